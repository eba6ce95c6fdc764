// Package graph is the GraphQL API: its schema, resolvers that only translate,
// and the handler that serves them.
package graph

import (
	"visavis/ent"
	"visavis/internal/account"
	"visavis/internal/audit"
	"visavis/internal/booking"
	"visavis/internal/event"
	"visavis/internal/link"
	"visavis/internal/mail"
	"visavis/internal/salon"
)

// Resolver holds what the resolvers call.
type Resolver struct {
	salon    *salon.Salon
	booking  *booking.Booking
	accounts *account.Accounts
	trail    *audit.Trail
	mail     *mail.Mail
	feed     *event.Feed

	publicURL string // where people reach the server
}

// joinURL is the client's way into the call; nil when there is no call.
func (r *Resolver) joinURL(appointment *ent.Appointment) *string {
	if appointment.JoinToken == nil {
		return nil
	}
	address := r.publicURL + link.Join(*appointment.JoinToken)
	return &address
}
