package salon

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/branchmembership"
	"visavis/ent/change"
	"visavis/ent/staff"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// StaffRoleSetInput is the new role of a profile.
type StaffRoleSetInput struct {
	ID   string
	Role staff.Role
}

// StaffRoleSet sets the role of a profile. An owner who is active nowhere becomes active in the first branch.
func (s *Salon) StaffRoleSet(ctx context.Context, input StaffRoleSetInput) (*ent.Staff, error) {
	var after *ent.Staff
	_, err := s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		before, placed, err := e.beginOfRole(ctx, input)
		if err != nil {
			return err
		}
		if err := e.mayChangeRole(ctx, before, input.Role); err != nil {
			return err
		}
		if placed != "" {
			if err := e.activateAgain(ctx, before.ID, placed); err != nil {
				return err
			}
		}
		if after, err = before.Update().SetRole(input.Role).Save(ctx); err != nil {
			return err
		}
		if err := e.endCalendarFeeds(ctx, after); err != nil {
			return err
		}
		if before.Role != after.Role {
			if err := account.Notify(ctx, e.Tx, e.Now, staff.ID(after.ID), account.RoleChanged); err != nil {
				return err
			}
		}
		return e.Record(ctx, "staffRoleSet", after.ID, before, after)
	})
	return after, err
}

// beginOfRole begins an edit of a profile's role. It returns the first branch by name if the profile is to become active there, else "". A salon may
// have no branch yet.
func (e *edit) beginOfRole(ctx context.Context, input StaffRoleSetInput) (row *ent.Staff, placed string, err error) {
	if input.Role != staff.RoleOWNER {
		row, err = e.beginOfStaff(ctx, change.KindSTAFF, input.ID, "id")
		return row, "", err
	}
	if row, err = e.lockPersonOf(ctx, input.ID, "id"); err != nil {
		return nil, "", err
	}
	active, err := reach.BranchesOf(ctx, e.Client, staff.ID(row.ID))
	if err != nil {
		return nil, "", err
	}
	branchIDs, err := schedule.BranchesOf(ctx, e.Client, e.Now, row.PersonID)
	if err != nil {
		return nil, "", err
	}
	if len(active) == 0 {
		first, err := store.OrNil(e.Branch.Query().Order(ent.Asc(branch.FieldOrderKey, branch.FieldID)).First(ctx))
		if err != nil {
			return nil, "", err
		}
		if first != nil {
			placed, branchIDs = first.ID, append(branchIDs, first.ID)
		}
	}
	slices.Sort(branchIDs)
	return row, placed, e.begin(ctx, change.KindSTAFF, []string{row.ID}, slices.Compact(branchIDs))
}

// activateAgain makes a profile active in a branch in which it may have been before.
func (e *edit) activateAgain(ctx context.Context, staffID, branchID string) error {
	ofCell := branchmembership.And(branchmembership.StaffID(staffID), branchmembership.BranchID(branchID))
	again, err := e.BranchMembership.Update().Where(ofCell).SetActive(true).Save(ctx)
	if err != nil || again > 0 {
		return err
	}
	return e.activate(ctx, staffID, []string{branchID})
}

// mayChangeRole returns a problem if the actor would change a profile with a role above their own, grant such a role, or
// remove the last owner.
func (e *edit) mayChangeRole(ctx context.Context, row *ent.Staff, role staff.Role) error {
	branchIDs, err := e.mayGrant(ctx, row, "id")
	if err != nil || role == row.Role {
		return err
	}
	if !actor.Of(ctx).MayGrant(actor.RoleOf(role), branchIDs) {
		return problem.New(problem.RoleTooHigh, "role")
	}
	return e.keepAnOwner(ctx, row.ID, "role")
}

// mayArchive is mayChangeRole for archiving and restoring a profile.
func (e *edit) mayArchive(ctx context.Context, row *ent.Staff, at *civil.Instant) error {
	if _, err := e.mayGrant(ctx, row, "id"); err != nil || at == nil {
		return err
	}
	return e.keepAnOwner(ctx, row.ID, "id")
}

// mayGrant returns a problem if the profile's role is above the actor's own in one of the branches in which it is active, and
// otherwise these branches.
func (e *edit) mayGrant(ctx context.Context, row *ent.Staff, field string) (branchIDs []string, err error) {
	if branchIDs, err = reach.BranchesOf(ctx, e.Client, staff.ID(row.ID)); err != nil {
		return nil, err
	}
	if !actor.Of(ctx).MayGrant(actor.RoleOf(row.Role), branchIDs) {
		return nil, problem.New(problem.RoleTooHigh, field)
	}
	return branchIDs, nil
}

func mayChange(ctx context.Context, row *ent.Staff, field string) error {
	if actor.RoleOf(row.Role) > actor.Of(ctx).Role {
		return problem.New(problem.RoleTooHigh, field)
	}
	return nil
}

// keepAnOwner returns a problem if the profile is the last owner who can sign in.
func (e *edit) keepAnOwner(ctx context.Context, staffID, field string) error {
	last, err := e.IsLastOwner(ctx, staffID)
	if err == nil && last {
		return problem.New(problem.LastOwner, field)
	}
	return err
}
