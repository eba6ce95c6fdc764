// Package mail tells customers of their appointments, and staff how they get in: it
// writes the letters for the mails that others have queued, sends them through an SMTP server, and shows what
// waits, what was sent and what failed.
package mail

import (
	netmail "net/mail"
	"strings"

	"visavis/internal/civil"
	"visavis/internal/store"
)

// Options are what letters need.
type Options struct {
	Database  *store.Store
	Clock     civil.Clock
	PublicURL string           // of the links, without a slash at the end
	From      *netmail.Address // nil: the branch

}

// Mail is the mail of all branches.
type Mail struct {
	database  *store.Store
	clock     civil.Clock
	publicURL string
	from      *netmail.Address
	wake      chan struct{} // holds at most one hint

}

// New puts the parts together. Nothing is sent without a Worker.
func New(options Options) *Mail {
	return &Mail{
		database:  options.Database,
		clock:     options.Clock,
		publicURL: strings.TrimSuffix(options.PublicURL, "/"),
		from:      options.From,
		wake:      make(chan struct{}, 1),
	}
}

// Wake hints that a mail may be due, and never waits.
func (m *Mail) Wake() {
	select {
	case m.wake <- struct{}{}:
	default: // a hint is there already
	}
}
