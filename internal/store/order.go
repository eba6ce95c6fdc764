package store

import (
	"context"

	"visavis/ent"
	"visavis/ent/predicate"
)

// A Concern is what an order locks: the people of profiles, with the branches in which they work, and a branch.
type Concern struct {
	BranchID string              // empty: none but those of the people
	StaffIDs []string            // their profiles
	Profiles [][]predicate.Staff // further profiles. Each selection is a query: for a disjunction, PostgreSQL would scan all staff.
}

// A writer is one call of Write or WriteOrder.
type writer struct {
	ctx     context.Context
	concern *Concern // of an order; nil: it may change anything
	do      func(ctx context.Context, tx *Tx) error
	tx      *Tx // of the latest attempt
}

// branchID returns the ID of the branch that an order names; otherwise it is empty.
func (w *writer) branchID() string {
	if w.concern == nil {
		return ""
	}
	return w.concern.BranchID
}

// writeIn runs the writer in a transaction, which locks what it concerns unless it has.
func (w *writer) writeIn(tx *Tx, isLocked bool) error {
	w.tx = tx
	if w.concern != nil && !isLocked {
		if err := tx.Lock(w.ctx, *w.concern); err != nil {
			return err
		}
	}
	return w.do(w.ctx, tx)
}

// writeAlone runs the writer in a transaction of its own.
func (s *Store) writeAlone(w *writer) error {
	return s.inTransaction(w.ctx, s.writer, nil, func(client *ent.Client) error {
		return w.writeIn(&Tx{Client: client, engine: s.engine, locked: newLocked()}, false)
	})
}
