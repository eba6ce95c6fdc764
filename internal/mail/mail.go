// Package mail sends email to customers about appointments and to staff about their access. It composes queued mails,
// sends them through an SMTP server and lists the outbox.
package mail

import (
	netmail "net/mail"
	"strings"

	"visavis/internal/civil"
	"visavis/internal/picture"
	"visavis/internal/store"
)

// Options configure Mail.
type Options struct {
	Database  *store.Store
	Clock     civil.Clock
	PublicURL string           // base of links, without a trailing slash
	From      *netmail.Address // nil: the branch's address
	HasServer bool             // whether a Worker sends the mails; else they wait
}

// Mail is the outbox of all branches.
type Mail struct {
	database  *store.Store
	clock     civil.Clock
	publicURL string
	from      *netmail.Address
	hasServer bool
	wake      chan struct{} // holds at most one wake-up
	pictures  *picture.Library
}

// New returns the outbox. Only a Worker sends mails.
func New(options Options) *Mail {
	return &Mail{
		database:  options.Database,
		clock:     options.Clock,
		publicURL: strings.TrimSuffix(options.PublicURL, "/"),
		from:      options.From,
		hasServer: options.HasServer,
		wake:      make(chan struct{}, 1),
		pictures:  picture.NewLibrary(options.Database, options.Clock),
	}
}

// Wake notifies the worker that a mail may be due. It does not block.
func (m *Mail) Wake() {
	select {
	case m.wake <- struct{}{}:
	default: // already notified
	}
}
