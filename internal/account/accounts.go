// Package account authenticates people and programs: by password, by PIN on an enrolled device, or by API token.
//
// The use cases are named like the mutations of the API.
package account

import (
	"context"

	"github.com/go-webauthn/webauthn/webauthn"

	"visavis/ent"
	"visavis/internal/audit"
	"visavis/internal/civil"
	"visavis/internal/signingkey"
	"visavis/internal/store"
	"visavis/internal/telemetry"
)

// Accounts implements the use cases.
type Accounts struct {
	store    *store.Store
	clock    civil.Clock
	hash     *hasher
	browsers *signingkey.Key
	pushes   *signingkey.Key
	watch    *watch

	mailQueued func()
	sendsMail  func(context.Context, *ent.Client) (bool, error)
	metrics    *telemetry.Metrics

	relyingParty *webauthn.WebAuthn
}

// Options configure Accounts.
type Options struct {
	Store      *store.Store
	Clock      civil.Clock
	HashCost   HashCost           // zero: the recommended cost
	MailQueued func()             // called after each commit that queued a mail; may be nil
	Metrics    *telemetry.Metrics // may be nil
	// SendsMail reports whether queued mails are sent; nil: they are.
	SendsMail func(context.Context, *ent.Client) (bool, error)
	Origin    string // of the pages, for passkeys; empty: http://localhost
}

// New returns the accounts of a database. They are safe for concurrent use.
func New(options Options) *Accounts {
	if options.MailQueued == nil {
		options.MailQueued = func() {}
	}
	if options.SendsMail == nil {
		options.SendsMail = func(context.Context, *ent.Client) (bool, error) { return true, nil }
	}
	return &Accounts{
		sendsMail: options.SendsMail,
		store:     options.Store, clock: options.Clock, mailQueued: options.MailQueued, metrics: options.Metrics,
		relyingParty: newRelyingParty(options.Origin),
		hash:         newHasher(options.HashCost), browsers: signingkey.New(options.Store, "browsers"), pushes: signingkey.New(options.Store, "pushes"), watch: &watch{watched: map[string]*watched{}},
	}
}

// An edit is a transaction that changes how people sign in.
type edit struct {
	audit.Edit
	mailQueued func()
}

func (a *Accounts) edit(ctx context.Context, do func(ctx context.Context, e *edit) error) error {
	return a.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		return do(ctx, &edit{audit.Edit{Tx: tx, Now: a.clock()}, a.mailQueued})
	})
}
