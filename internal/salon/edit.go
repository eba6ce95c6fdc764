package salon

import (
	"context"
	"encoding/json"
	"errors"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/branchmembership"
	"visavis/ent/change"
	"visavis/ent/person"
	"visavis/ent/staff"
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// An edit is one mutation under way. It begins by saying what it is about; from
// then on nobody else changes the branches concerned.
type edit struct {
	*store.Tx
	now      civil.Instant
	change   event.Change
	stranded []*ent.Appointment // before the edit
	recorded bool
}

// edit runs do in a transaction, tells the branches concerned of the change, and
// gives the coming appointments that the change has stranded.
func (s *Salon) edit(ctx context.Context, do func(ctx context.Context, e *edit) error) ([]*ent.Appointment, error) {
	var newlyStranded []*ent.Appointment
	err := s.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		e := &edit{Tx: tx, now: s.clock()}
		if err := do(ctx, e); err != nil {
			return err
		}
		if !e.recorded {
			return errNothingChanged
		}
		if err := s.feed.Append(ctx, tx, e.change, e.now); err != nil {
			return err
		}
		after, err := e.strandedNow(ctx)
		newlyStranded = newly(e.stranded, after)
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

// errNothingChanged takes back the number that the edit has reserved for its change.
var errNothingChanged = errors.New("nothing has changed")

// record writes the audit entry: how the subject was before and is now.
func (e *edit) record(ctx context.Context, action, subjectID string, before, after any) error {
	e.recorded = true
	was, err := json.Marshal(before)
	if err != nil {
		return err
	}
	is, err := json.Marshal(after)
	if err != nil {
		return err
	}
	entry := e.AuditEntry.Create().SetAt(e.now).SetAction(action).SetSubjectID(subjectID)
	if string(was) != nothing {
		entry.SetBefore(was)
	}
	if string(is) != nothing {
		entry.SetAfter(is)
	}
	return entry.Exec(ctx)
}

// nothing is how JSON writes a row that there was not, or is no longer.
const nothing = "null"

// on limits the change to dates; nil has no end.
func (e *edit) on(first, last *civil.Date) { e.change.FirstDate, e.change.LastDate = first, last }

func (e *edit) begin(ctx context.Context, kind change.Kind, staffIDs, branchIDs []string) error {
	if err := e.RaiseChangeSequences(ctx, branchIDs...); err != nil {
		return err
	}
	e.change = event.Change{Kind: kind, StaffIDs: staffIDs}
	stranded, err := e.strandedNow(ctx)
	e.stranded = stranded
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

// beginInBranch begins an edit of one branch, and of these profiles in it.
func (e *edit) beginInBranch(ctx context.Context, kind change.Kind, branchID, field string, staffIDs ...string) (*ent.Branch, error) {
	if err := id.Branch.Check(branchID, field); err != nil {
		return nil, err
	}
	if err := e.begin(ctx, kind, staffIDs, []string{branchID}); err != nil {
		return nil, err
	}
	row, err := e.Branch.Get(ctx, branchID)
	return found(row, err, field)
}

// beginOfStaff begins an edit of one profile, in all branches in which a profile
// of its person is active.
func (e *edit) beginOfStaff(ctx context.Context, kind change.Kind, staffID, field string) (*ent.Staff, error) {
	row, branchIDs, err := e.lockStaff(ctx, staffID, field)
	if err != nil {
		return nil, err
	}
	if err := e.begin(ctx, kind, []string{row.ID}, branchIDs); err != nil {
		return nil, err
	}
	return e.Staff.Get(ctx, row.ID)
}

// beginOfPerson is beginOfStaff for what concerns all profiles of its person.
func (e *edit) beginOfPerson(ctx context.Context, kind change.Kind, staffID, field string) (*ent.Staff, error) {
	row, branchIDs, err := e.lockStaff(ctx, staffID, field)
	if err != nil {
		return nil, err
	}
	profiles, err := e.Staff.Query().Where(staff.PersonID(row.PersonID)).Order(staff.ByID()).IDs(ctx)
	if err != nil {
		return nil, err
	}
	return row, e.begin(ctx, kind, profiles, branchIDs)
}

// lockStaff makes all who want the same person wait, and gives the person's
// branches, which are certain from then on.
func (e *edit) lockStaff(ctx context.Context, staffID, field string) (row *ent.Staff, branchIDs []string, err error) {
	if row, err = e.lockPersonOf(ctx, staffID, field); err != nil {
		return nil, nil, err
	}
	branchIDs, err = e.branchesOf(ctx, row.PersonID)
	return row, branchIDs, err
}

// lockPersonOf locks the person of a profile, which may get another one while
// we wait: then we wait for that one, too.
func (e *edit) lockPersonOf(ctx context.Context, staffID, field string) (*ent.Staff, error) {
	row, err := e.staff(ctx, staffID, field)
	for err == nil {
		if err := e.LockPerson(ctx, row.PersonID); err != nil {
			return nil, err
		}
		locked := row.PersonID
		if row, err = e.staff(ctx, staffID, field); err == nil && row.PersonID == locked {
			return row, nil
		}
	}
	return nil, err
}

func (e *edit) branchesOf(ctx context.Context, personIDs ...string) ([]string, error) {
	profiles := staff.HasPersonWith(person.IDIn(personIDs...))
	active := branchmembership.And(branchmembership.Active(true), branchmembership.HasStaffWith(profiles))
	return e.Branch.Query().Where(branch.HasMembershipsWith(active)).IDs(ctx)
}

func (e *edit) staff(ctx context.Context, staffID, field string) (*ent.Staff, error) {
	if err := id.Staff.Check(staffID, field); err != nil {
		return nil, err
	}
	row, err := e.Staff.Get(ctx, staffID)
	return found(row, err, field)
}

// found turns the absence of a row into a problem of the field that names it.
func found[T any](row *T, err error, field string) (*T, error) {
	if ent.IsNotFound(err) {
		return nil, problem.New(problem.NotFound, field)
	}
	return row, err
}

// unique turns a unique index's refusal into a problem of the field.
func unique(err error, field string) error {
	if store.Fault(err) == store.ErrDuplicate {
		return problem.New(problem.Taken, field)
	}
	return err
}
