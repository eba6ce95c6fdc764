// Package booking tells what can be booked, and books it: holds, appointments,
// their moves and cancellations.
//
// The names of its use cases are those of the API's mutations.
package booking

import (
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/store"
)

// Booking holds what the use cases need.
type Booking struct {
	store *store.Store
	feed  *event.Feed
	clock civil.Clock
}

// New puts the parts together.
func New(s *store.Store, feed *event.Feed, clock civil.Clock) *Booking {
	return &Booking{store: s, feed: feed, clock: clock}
}
