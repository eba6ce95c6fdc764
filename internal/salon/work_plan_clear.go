package salon

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/branchmembership"
	"visavis/ent/change"
	"visavis/ent/predicate"
	"visavis/ent/shiftoverride"
	"visavis/ent/staff"
	"visavis/ent/workplan"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
)

// StaffWorkPlanClearInput selects the plans to clear and the first date.
type StaffWorkPlanClearInput struct {
	BranchID       string
	StaffIDs       []string // nil: all that are active in the branch and not archived
	ExceptStaffIDs []string
	From           *civil.Date // nil: today

	ExpectedVersions []WorkPlanVersionInput // of those that must not have changed
}

// StaffWorkPlanClear clears the available times of profiles in a branch from a date on. If plans have changed meanwhile, it
// returns the profiles of these with the problem.
func (s *Salon) StaffWorkPlanClear(ctx context.Context, input StaffWorkPlanClearInput) (cleared []*ent.Staff, stranded []*ent.Appointment, err error) {
	var f setupForm
	f.Few("staffIds", len(input.StaffIDs))
	f.Few("exceptStaffIds", len(input.ExceptStaffIDs))
	f.Few("expectedVersions", len(input.ExpectedVersions))
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	stranded, err = s.edit(ctx, func(ctx context.Context, e *edit) error {
		row, err := e.beginInBranch(ctx, change.KindWORK_PLAN, input.BranchID, "branchId")
		if err != nil {
			return err
		}
		from, err := today(row, e.Now)
		if err != nil {
			return err
		}
		given(input.From, func(date civil.Date) { from = date })
		e.on(&from, nil)
		if cleared, err = e.checkVersions(ctx, input.BranchID, input.ExpectedVersions); err != nil {
			return err
		}
		if cleared, err = e.profilesToClear(ctx, input); err != nil || len(cleared) == 0 {
			return err
		}
		for _, profile := range cleared {
			e.change.StaffIDs = append(e.change.StaffIDs, profile.ID)
		}
		return e.clearFrom(ctx, input.BranchID, e.change.StaffIDs, from)
	})
	return cleared, stranded, err
}

func (e *edit) profilesToClear(ctx context.Context, input StaffWorkPlanClearInput) ([]*ent.Staff, error) {
	if _, err := profiles(ctx, e.Client, "exceptStaffIds", input.ExceptStaffIDs); err != nil {
		return nil, err
	}
	if input.StaffIDs != nil {
		rows, err := profiles(ctx, e.Client, "staffIds", input.StaffIDs, reach.Profiles(actor.Of(ctx))...)
		return slices.DeleteFunc(rows, func(row *ent.Staff) bool { return slices.Contains(input.ExceptStaffIDs, row.ID) }), err
	}
	active := branchmembership.And(branchmembership.BranchID(input.BranchID), branchmembership.Active(true))
	return e.Staff.Query().
		Where(staff.ArchivedAtIsNil(), staff.HasMembershipsWith(active), staff.IDNotIn(input.ExceptStaffIDs...)).
		Order(ent.Asc(staff.FieldOrderKey, staff.FieldID)).
		All(ctx)
}

// profiles returns profiles by their IDs; field is the list that names them.
func profiles(ctx context.Context, client *ent.Client, field string, staffIDs []string, among ...predicate.Staff) ([]*ent.Staff, error) {
	if err := id.Staff.CheckEach(staffIDs, field); err != nil {
		return nil, err
	}
	rows, err := client.Staff.Query().Where(staff.IDIn(staffIDs...)).Where(among...).Order(ent.Asc(staff.FieldOrderKey, staff.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	for i, staffID := range staffIDs {
		if !slices.ContainsFunc(rows, func(row *ent.Staff) bool { return row.ID == staffID }) {
			return nil, problem.New(problem.NotFound, place(field, i))
		}
	}
	return rows, nil
}

func (e *edit) clearFrom(ctx context.Context, branchID string, staffIDs []string, from civil.Date) error {
	plans, err := e.WorkPlan.Query().
		Where(workplan.BranchID(branchID), workplan.StaffIDIn(staffIDs...)).
		Where(workplan.Or(workplan.ValidUntilIsNil(), workplan.ValidUntilGTE(from))).
		WithShifts().
		All(ctx)
	if err != nil {
		return err
	}
	if err := e.clearPlans(ctx, plans, period{from: &from}); err != nil {
		return err
	}
	if err := e.renewVersions(ctx, branchID, staffIDs); err != nil {
		return err
	}
	coming := []predicate.ShiftOverride{
		shiftoverride.BranchID(branchID), shiftoverride.StaffIDIn(staffIDs...), shiftoverride.DateGTE(from),
	}
	overrides, err := e.ShiftOverride.Query().Where(coming...).All(ctx)
	if err != nil {
		return err
	}
	if _, err := e.ShiftOverride.Delete().Where(coming...).Exec(ctx); err != nil {
		return err
	}
	return e.Record(ctx, "staffWorkPlanClear", branchID, plansAndOverrides{plans, overrides}, struct{ ClearedFrom civil.Date }{from})
}
