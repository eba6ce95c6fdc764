package salon

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/predicate"
	"visavis/ent/shiftoverride"
	"visavis/ent/staff"
	"visavis/ent/workplan"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/form"
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

	ExpectedVersions       []WorkPlanVersionInput      // of those that must not have changed
	ExpectedShiftOverrides []ShiftOverrideVersionInput // all that are to be cleared; nil: any
}

// StaffWorkPlanClear clears the available times of profiles in a branch from a date on. If plans or overrides have changed
// meanwhile, it returns the profiles of these with the problems. It clears no more than StaffWorkPlansReplace can restore.
func (s *Salon) StaffWorkPlanClear(ctx context.Context, input StaffWorkPlanClearInput) (cleared []*ent.Staff, stranded []*ent.Appointment, err error) {
	var f setupForm
	f.Few("staffIds", len(input.StaffIDs))
	f.Few("exceptStaffIds", len(input.ExceptStaffIDs))
	f.Few("expectedVersions", len(input.ExpectedVersions))
	if len(input.ExpectedShiftOverrides) > form.ListLength {
		f.Add(problem.New(problem.ClearsTooMuch, "expectedShiftOverrides", form.ListLength))
	}
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	stranded, err = s.edit(ctx, input, func(ctx context.Context, e *edit) error {
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
		var changed conflict
		if err := changed.checkPlans(ctx, e, input.BranchID, input.ExpectedVersions); err != nil {
			return err
		}
		profiles, err := e.profilesToClear(ctx, input)
		if err != nil {
			return err
		}
		for _, profile := range profiles {
			e.change.StaffIDs = append(e.change.StaffIDs, profile.ID)
		}
		coming, err := e.clearedFrom(ctx, input.BranchID, e.change.StaffIDs, from)
		if err != nil {
			return err
		}
		if err := changed.checkCleared(coming.Overrides, input.ExpectedShiftOverrides); err != nil {
			return err
		}
		if cleared, err = changed.profiles(ctx, e.Client); err != nil || len(profiles) == 0 {
			return err
		}
		if err := e.checkRestorable(ctx, input.BranchID, len(coming.Overrides)); err != nil {
			return err
		}
		cleared = profiles
		return e.clear(ctx, input.BranchID, coming, from)
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
	return e.Staff.Query().
		Where(staff.ArchivedAtIsNil(), reach.ActiveIn(input.BranchID), staff.IDNotIn(input.ExceptStaffIDs...)).
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

// clearedFrom returns what profiles in a branch have from a date on.
func (e *edit) clearedFrom(ctx context.Context, branchID string, staffIDs []string, from civil.Date) (coming plansAndOverrides, err error) {
	coming.Plans, err = e.WorkPlan.Query().
		Where(workplan.BranchID(branchID), workplan.StaffIDIn(staffIDs...)).
		Where(workplan.Or(workplan.ValidUntilIsNil(), workplan.ValidUntilGTE(from))).
		WithShifts().
		All(ctx)
	if err != nil {
		return coming, err
	}
	coming.Overrides, err = e.ShiftOverride.Query().
		Where(shiftoverride.BranchID(branchID), shiftoverride.StaffIDIn(staffIDs...), shiftoverride.DateGTE(from)).
		All(ctx)
	return coming, err
}

// checkRestorable returns a problem if one step cannot restore the profiles afterwards: their overrides, and their plans after
// an empty one of each profile.
func (e *edit) checkRestorable(ctx context.Context, branchID string, overrides int) error {
	plans, err := e.WorkPlan.Query().Where(workplan.BranchID(branchID), workplan.StaffIDIn(e.change.StaffIDs...)).Count(ctx)
	if err != nil {
		return err
	}
	if max(overrides, plans+len(e.change.StaffIDs)) > form.ListLength {
		return problem.New(problem.ClearsTooMuch, "staffIds", form.ListLength)
	}
	return nil
}

func (e *edit) clear(ctx context.Context, branchID string, coming plansAndOverrides, from civil.Date) error {
	if err := e.keepCleared(ctx, coming.Plans, from); err != nil {
		return err
	}
	if err := e.clearPlans(ctx, coming.Plans, period{from: &from}); err != nil {
		return err
	}
	if err := e.renewVersions(ctx, branchID, e.change.StaffIDs); err != nil {
		return err
	}
	_, err := e.ShiftOverride.Delete().
		Where(shiftoverride.BranchID(branchID), shiftoverride.StaffIDIn(e.change.StaffIDs...), shiftoverride.DateGTE(from)).
		Exec(ctx)
	if err != nil {
		return err
	}
	return e.Record(ctx, "staffWorkPlanClear", branchID, coming, struct{ ClearedFrom civil.Date }{from})
}
