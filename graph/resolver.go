// Package graph is the GraphQL API: its schema, resolvers that only translate,
// and the handler that serves them.
package graph

import (
	"visavis/internal/booking"
	"visavis/internal/event"
	"visavis/internal/salon"
)

// Resolver holds what the resolvers call.
type Resolver struct {
	salon   *salon.Salon
	booking *booking.Booking
	feed    *event.Feed

	publicURL string // where people reach the server
}
