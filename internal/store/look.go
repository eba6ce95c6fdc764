package store

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/internal/civil"
	"visavis/internal/statement"
)

// Holds and bookings of a named profile read nothing but what follows. It takes into account what the orders before have inserted, without
// writing it.

// LookAtOrder is [statement.LookAtOrder] in the transaction.
func (tx *Tx) LookAtOrder(ctx context.Context, key, forgottenKey, email string, now civil.Instant) (*statement.Look, error) {
	found, err := statement.LookAtOrder(ctx, tx.Before(), key, forgottenKey, email, now)
	if err != nil || tx.before == nil {
		return found, err
	}
	found.Customer = found.Customer || slices.ContainsFunc(tx.before.customers, func(c *ent.Customer) bool { return c.Email != nil && *c.Email == email })
	for _, a := range tx.before.appointments {
		found.Earlier = found.Earlier || a.IdempotencyKey != nil && *a.IdempotencyKey == key
		found.Appointment = found.Appointment || a.ContactEmail == email
	}
	return found, nil
}

// ReadBusy is [statement.ReadBusy] in the transaction.
func (tx *Tx) ReadBusy(ctx context.Context, personID string, start, from, until, now civil.Instant, exceptID string, each func(start, end, blockedUntil civil.Instant)) error {
	if err := statement.ReadBusy(ctx, tx.Before(), personID, start, from, until, now, exceptID, each); err != nil || tx.before == nil {
		return err
	}
	for _, a := range tx.before.appointments { // which are live, since they were inserted just now
		if a.PersonID == personID && from < a.StartsAt && a.StartsAt < until && a.BlockedUntil > start {
			each(a.StartsAt, a.EndsAt, a.BlockedUntil)
		}
	}
	return nil
}

// Before returns a client for statements that need not see what the orders before, which share the transaction, have inserted.
func (tx *Tx) Before() *ent.Client {
	if tx.before == nil {
		return tx.Client
	}
	return tx.direct
}
