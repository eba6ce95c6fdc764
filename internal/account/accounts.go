// Package account signs people and programs in, and says who they are: by password,
// by PIN on an enrolled device, or by an API token.
//
// The names of its use cases are those of the API's mutations.
package account

import (
	"context"

	"visavis/internal/audit"
	"visavis/internal/civil"
	"visavis/internal/store"
)

// Accounts holds what the use cases need.
type Accounts struct {
	store *store.Store
	clock civil.Clock
	hash  *hasher
	watch *watch

	mailQueued func()
}

// Options are what accounts need.
type Options struct {
	Store      *store.Store
	Clock      civil.Clock
	HashCost   HashCost // zero: the recommended one
	MailQueued func()   // called after each commit that has queued a mail; may be nil
}

// New returns the accounts of a database. They are safe for concurrent use.
func New(options Options) *Accounts {
	if options.MailQueued == nil {
		options.MailQueued = func() {}
	}
	return &Accounts{
		store: options.Store, clock: options.Clock, mailQueued: options.MailQueued,
		hash: newHasher(options.HashCost), watch: &watch{watched: map[string]*watched{}},
	}
}

// An edit is one change of how somebody signs in.
type edit struct{ audit.Edit }

func (a *Accounts) edit(ctx context.Context, do func(ctx context.Context, e *edit) error) error {
	return a.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		return do(ctx, &edit{audit.Edit{Tx: tx, Now: a.clock()}})
	})
}
