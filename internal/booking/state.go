package booking

import (
	"context"

	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
)

// State identifies the starts of a branch: while it is unchanged, so are they.
type State struct {
	ChangeSequence int64         // raised by everything that decides about the branch's starts
	At             civil.Instant // holds expire and starts pass by whole seconds
}

// State returns the state of a branch.
func (b *Booking) State(ctx context.Context, branchID string) (State, error) {
	if err := id.Branch.Check(branchID, "branchId"); err != nil {
		return State{}, err
	}
	at := b.clock()
	sequence, found, err := b.store.ChangeSequence(ctx, branchID)
	if err == nil && !found {
		return State{}, problem.New(problem.NotFound, "branchId")
	}
	return State{ChangeSequence: sequence, At: at}, err
}
