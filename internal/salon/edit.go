package salon

import (
	"context"
	"errors"
	"slices"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/audit"
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// An edit is a mutation in progress. Its begin methods lock the branches concerned until the end of the transaction.
type edit struct {
	audit.Edit
	change    event.Change
	canStrand bool
	stranded  []*ent.Appointment // before the edit, as comingIn reads them
}

// edit runs do, which is the mutation with the input, in a transaction, announces the change in the branches concerned and
// returns the coming appointments that it has stranded.
func (s *Salon) edit(ctx context.Context, input any, do func(ctx context.Context, e *edit) error) ([]*ent.Appointment, error) {
	var newlyStranded []*ent.Appointment
	err := s.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		e := &edit{Edit: audit.Edit{Tx: tx, Now: s.clock()}, canStrand: canStrand(input)}
		if err := do(ctx, e); err != nil {
			return err
		}
		if !e.Recorded {
			return errNothingChanged
		}
		if err := s.feed.Append(ctx, tx, e.change, e.Now); err != nil {
			return err
		}
		after, err := e.strandedNow(ctx)
		if err != nil {
			return err
		}
		newlyStranded, err = inFull(ctx, tx.Client, seenBy(actor.Of(ctx), newly(e.stranded, after)))
		return err
	})
	if errors.Is(err, errNothingChanged) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return newlyStranded, nil
}

// seenBy returns the appointments that the actor may see.
func seenBy(who actor.Actor, rows []*ent.Appointment) []*ent.Appointment {
	return slices.DeleteFunc(rows, func(a *ent.Appointment) bool { return !who.MaySee(a.BranchID, a.PersonID) })
}

// errNothingChanged rolls back the change number that the edit has reserved.
var errNothingChanged = errors.New("nothing has changed")

// on limits the change to dates; nil means unbounded.
func (e *edit) on(first, last *civil.Date) { e.change.FirstDate, e.change.LastDate = first, last }

func (e *edit) begin(ctx context.Context, kind change.Kind, staffIDs, branchIDs []string) error {
	if err := e.lock(ctx, kind, staffIDs, branchIDs); err != nil {
		return err
	}
	return e.lookForStranded(ctx)
}

func (e *edit) lock(ctx context.Context, kind change.Kind, staffIDs, branchIDs []string) error {
	e.change = event.Change{Kind: kind, StaffIDs: staffIDs}
	return e.RaiseChangeSequences(ctx, branchIDs...)
}

func (e *edit) lookForStranded(ctx context.Context) (err error) {
	e.stranded, err = e.strandedNow(ctx)
	return err
}

// beginEverywhere begins an edit that concerns every branch.
func (e *edit) beginEverywhere(ctx context.Context, kind change.Kind) error {
	branchIDs, err := e.Branch.Query().IDs(ctx)
	if err != nil {
		return err
	}
	return e.begin(ctx, kind, nil, branchIDs)
}

// beginInBranch begins an edit of one branch, which the actor must set up, and of these profiles in it.
func (e *edit) beginInBranch(ctx context.Context, kind change.Kind, branchID, field string, staffIDs ...string) (*ent.Branch, error) {
	if err := id.Branch.Check(branchID, field); err != nil {
		return nil, err
	}
	if err := e.lock(ctx, kind, staffIDs, []string{branchID}); err != nil {
		return nil, err
	}
	row, err := e.Branch.Get(ctx, branchID)
	if row, err = store.Found(row, err, field); err != nil {
		return nil, err
	}
	if err := reach.CheckSetUp(ctx, branchID, field); err != nil {
		return nil, err
	}
	return row, e.lookForStranded(ctx)
}

// beginOfStaff begins an edit of one profile, in all branches of its person.
func (e *edit) beginOfStaff(ctx context.Context, kind change.Kind, staffID, field string) (*ent.Staff, error) {
	row, err := e.lockPersonOf(ctx, staffID, field)
	if err != nil {
		return nil, err
	}
	branchIDs, err := schedule.BranchesOf(ctx, e.Client, e.Now, row.PersonID)
	if err != nil {
		return nil, err
	}
	if err := e.begin(ctx, kind, []string{row.ID}, branchIDs); err != nil {
		return nil, err
	}
	return e.Staff.Get(ctx, row.ID)
}

// staff returns a profile that the actor reaches.
func (e *edit) staff(ctx context.Context, staffID, field string) (*ent.Staff, error) {
	if err := id.Staff.Check(staffID, field); err != nil {
		return nil, err
	}
	row, err := e.Staff.Query().Where(staff.ID(staffID)).Where(reach.Profiles(actor.Of(ctx))...).Only(ctx)
	return store.Found(row, err, field)
}

// unique returns a problem of the field if err is the violation of a unique index, and err otherwise.
func unique(err error, field string) error {
	if store.Fault(err) == store.ErrDuplicate {
		return problem.New(problem.Taken, field)
	}
	return err
}
