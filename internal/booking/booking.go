// Package booking tells what can be booked, and books it: holds, appointments,
// their moves and cancellations.
//
// The names of its use cases are those of the API's mutations.
package booking

import (
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// Booking holds what the use cases need.
type Booking struct {
	store  *store.Store
	feed   *event.Feed
	clock  civil.Clock
	setUps *schedule.SetUps

	mailQueued func() // is called after the commit
}

// New puts the parts together.
func New(s *store.Store, feed *event.Feed, clock civil.Clock) *Booking {
	return &Booking{store: s, feed: feed, clock: clock, setUps: schedule.NewSetUps(), mailQueued: func() {}}
}

// OnMail gives the same with f being called whenever a mail has been queued.
func (b *Booking) OnMail(f func()) *Booking {
	with := *b
	with.mailQueued = f
	return &with
}
