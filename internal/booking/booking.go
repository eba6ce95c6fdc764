// Package booking searches, holds, books, moves and cancels appointments, and keeps customers.
//
// The names of its use cases are those of the API's mutations.
package booking

import (
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// Booking has the use cases of bookings.
type Booking struct {
	store      *store.Store
	feed       *event.Feed
	clock      civil.Clock
	setUps     *schedule.SetUps
	mailQueued func()
	sendsMail  bool
}

// Options are what bookings need.
type Options struct {
	Store      *store.Store
	Feed       *event.Feed
	Clock      civil.Clock
	MailQueued func() // called after each commit that has queued a mail; may be nil
	SendsMail  bool   // whether queued mails are sent, so that a booking can wait for the button in one
}

// New returns the bookings of a database. They are safe for concurrent use.
func New(options Options) *Booking {
	if options.MailQueued == nil {
		options.MailQueued = func() {}
	}
	return &Booking{
		store: options.Store, feed: options.Feed, clock: options.Clock, mailQueued: options.MailQueued, sendsMail: options.SendsMail,
		setUps: schedule.NewSetUps(),
	}
}
