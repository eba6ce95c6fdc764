package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
)

// State is what the starts of a branch follow from: while both stay as they are, so do the starts.
type State struct {
	ChangeSequence int64         // raised by everything that decides about the branch's starts
	At             civil.Instant // holds expire and starts pass by whole seconds
}

// State gives the state of a branch.
func (b *Booking) State(ctx context.Context, branchID string) (State, error) {
	if err := id.Branch.Check(branchID, "branchId"); err != nil {
		return State{}, err
	}
	at := b.clock()
	sequence, err := b.store.Client().Branch.Query().Where(branch.ID(branchID)).Select(branch.FieldChangeSequence).Int(ctx)
	if ent.IsNotFound(err) {
		return State{}, problem.New(problem.NotFound, "branchId")
	}
	return State{ChangeSequence: int64(sequence), At: at}, err
}
