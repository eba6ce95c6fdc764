// Package graph implements the GraphQL API: the schema, resolvers that only translate,
// and the HTTP handler.
package graph

import (
	"visavis/ent"
	"visavis/internal/account"
	"visavis/internal/audit"
	"visavis/internal/booking"
	"visavis/internal/embedding"
	"visavis/internal/event"
	"visavis/internal/link"
	"visavis/internal/mail"
	"visavis/internal/picture"
	"visavis/internal/room"
	"visavis/internal/salon"
)

// Resolver holds the services that the resolvers call.
type Resolver struct {
	salon    *salon.Salon
	booking  *booking.Booking
	accounts *account.Accounts
	trail    *audit.Trail
	mail     *mail.Mail
	sites    *embedding.Sites
	pictures *picture.Library
	rooms    *room.Rooms
	feed     *event.Feed

	publicURL string // base URL of the server
}

// welcomeURL returns an access link; nil without a secret.
func (r *Resolver) welcomeURL(secret string) *string {
	if secret == "" {
		return nil
	}
	address := r.publicURL + link.Welcome(secret)
	return &address
}

// joinURL returns the customer's join link; nil if the appointment has no call.
func (r *Resolver) joinURL(appointment *ent.Appointment) *string {
	if appointment.JoinToken == nil {
		return nil
	}
	address := r.publicURL + link.Join(*appointment.JoinToken)
	return &address
}
