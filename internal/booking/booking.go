// Package booking searches, holds, books, moves and cancels appointments, and keeps customers.
//
// The names of its use cases are those of the API's mutations.
package booking

import (
	"cmp"

	"visavis/ent"
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/photo"
	"visavis/internal/proofofwork"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// Booking has the use cases of bookings.
type Booking struct {
	store      *store.Store
	feed       *event.Feed
	clock      civil.Clock
	setUps     *schedule.SetUps
	photos     *photo.Encoder
	mailQueued func()
	pushQueued func()
	sendsMail  func(*ent.Branch) bool

	allowance       Allowance
	bookings, holds *proofofwork.Window
	proofs          proofofwork.Proofs
}

// Options are what bookings need.
type Options struct {
	Store      *store.Store
	Feed       *event.Feed
	Clock      civil.Clock
	MailQueued func()                 // called after each commit that has queued a mail; may be nil
	PushQueued func()                 // called after each commit that has queued a push; may be nil
	SendsMail  func(*ent.Branch) bool // whether queued mails of a branch are sent, so that a booking can wait for the button in one; nil: none are
	Allowance  Allowance
}

// New returns the bookings of a database. They are safe for concurrent use.
func New(options Options) *Booking {
	if options.MailQueued == nil {
		options.MailQueued = func() {}
	}
	if options.PushQueued == nil {
		options.PushQueued = func() {}
	}
	if options.SendsMail == nil {
		options.SendsMail = func(*ent.Branch) bool { return false }
	}
	return &Booking{
		store: options.Store, feed: options.Feed, clock: options.Clock, mailQueued: options.MailQueued, pushQueued: options.PushQueued, sendsMail: options.SendsMail,
		setUps:    schedule.NewSetUps(),
		photos:    photo.NewEncoder(),
		allowance: Allowance{cmp.Or(options.Allowance.Bookings, freeBookings), cmp.Or(options.Allowance.Holds, freeHolds)},
		bookings:  proofofwork.NewWindow(options.Clock), holds: proofofwork.NewWindow(options.Clock),
		proofs: proofofwork.New(options.Store),
	}
}
