package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/branchmembership"
	"visavis/ent/change"
	"visavis/ent/staff"
	"visavis/internal/actor"
)

// StaffBranchSetInput is a cell of the branch library.
type StaffBranchSetInput struct {
	StaffID  string
	BranchID string
	Active   bool
}

// StaffBranchSet sets whether a profile works in a branch.
func (s *Salon) StaffBranchSet(ctx context.Context, input StaffBranchSetInput) (*ent.Staff, []*ent.Appointment, error) {
	var row *ent.Staff
	stranded, err := s.edit(ctx, input, func(ctx context.Context, e *edit) (err error) {
		if row, err = e.beginOfStaffInBranch(ctx, change.KindBRANCH_LIBRARY, input.StaffID, input.BranchID); err != nil {
			return err
		}
		if err := mayActivate(ctx, row); err != nil {
			return err
		}
		ofCell := branchmembership.And(branchmembership.StaffID(row.ID), branchmembership.BranchID(input.BranchID))
		before, err := e.BranchMembership.Query().Where(ofCell).Only(ctx)
		if err != nil && !ent.IsNotFound(err) {
			return err
		}
		if before == nil && !input.Active {
			return nil
		}
		var after *ent.BranchMembership
		if before == nil {
			after, err = e.BranchMembership.Create().
				SetStaffID(row.ID).SetBranchID(input.BranchID).SetActive(input.Active).Save(ctx)
		} else {
			after, err = before.Update().SetActive(input.Active).Save(ctx)
		}
		if err != nil {
			return err
		}
		if err := e.endCalendarFeeds(ctx, row); err != nil {
			return err
		}
		return e.Record(ctx, "staffBranchSet", row.ID, before, after)
	})
	return row, stranded, err
}

// mayActivate returns a problem if the actor may not decide where the role of a profile counts. Like the role itself, that
// needs a fresh sign-in for roles above MEMBER.
func mayActivate(ctx context.Context, row *ent.Staff) error {
	if err := mayChange(ctx, row, "staffId"); err != nil || row.Role == staff.RoleMEMBER {
		return err
	}
	return actor.RequireFresh(ctx)
}

// beginOfStaffInBranch begins an edit of what a profile does in one branch.
func (e *edit) beginOfStaffInBranch(ctx context.Context, kind change.Kind, staffID, branchID string) (*ent.Staff, error) {
	row, err := e.lockPersonOf(ctx, staffID, "staffId") // whose branches may be about to change
	if err != nil {
		return nil, err
	}
	_, err = e.beginInBranch(ctx, kind, branchID, "branchId", row.ID)
	return row, err
}
