package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/shiftoverride"
	"visavis/internal/civil"
)

// StaffShiftOverrideSetInput holds the working times of one date.
type StaffShiftOverrideSetInput struct {
	StaffID         string
	BranchID        string
	Date            civil.Date
	Intervals       []civil.Interval // none: off all day
	ExpectedVersion *int             // 0: no override; nil: any
}

// StaffShiftOverrideRemoveInput names the date of the override to remove.
type StaffShiftOverrideRemoveInput struct {
	StaffID         string
	BranchID        string
	Date            civil.Date
	ExpectedVersion *int // 0: no override; nil: any
}

// StaffShiftOverrideSet replaces the working times of one date. If they have changed meanwhile, it returns the profile with
// the problem.
func (s *Salon) StaffShiftOverrideSet(ctx context.Context, input StaffShiftOverrideSetInput) (*ent.Staff, []*ent.Appointment, error) {
	var f setupForm
	day := overriddenDay{staffID: input.StaffID, date: input.Date, intervals: f.day("intervals", input.Intervals), expected: input.ExpectedVersion, versionField: "expectedVersion"}
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	return s.changeOverride(ctx, "staffShiftOverrideSet", input, input.BranchID, day)
}

// StaffShiftOverrideRemove restores the work plan on one date.
func (s *Salon) StaffShiftOverrideRemove(ctx context.Context, input StaffShiftOverrideRemoveInput) (*ent.Staff, []*ent.Appointment, error) {
	return s.changeOverride(ctx, "staffShiftOverrideRemove", input, input.BranchID,
		overriddenDay{staffID: input.StaffID, date: input.Date, remove: true, expected: input.ExpectedVersion, versionField: "expectedVersion"})
}

func (s *Salon) changeOverride(ctx context.Context, action string, input any, branchID string, day overriddenDay) (*ent.Staff, []*ent.Appointment, error) {
	var row *ent.Staff
	stranded, err := s.edit(ctx, input, func(ctx context.Context, e *edit) (err error) {
		if row, err = e.beginOfStaffInBranch(ctx, change.KindSHIFT_OVERRIDE, day.staffID, branchID); err != nil {
			return err
		}
		e.on(&day.date, &day.date)
		before, after, err := e.replaceOverride(ctx, branchID, day)
		if err != nil || before == nil && after == nil {
			return err
		}
		return e.Record(ctx, action, row.ID, existing(before), after)
	})
	return row, stranded, err
}

// existing returns a list of the row, which is empty if there is none.
func existing[T any](row *T) []*T {
	if row == nil {
		return []*T{}
	}
	return []*T{row}
}

// overriddenDay is the override that a profile is to have on a date.
type overriddenDay struct {
	staffID   string
	date      civil.Date
	intervals civil.Intervals
	remove    bool // the date is to have none
	expected  *int // version before

	versionField string
}

// replaceOverride replaces the override of a date in a branch whose edit has begun; nil is none. If it has changed meanwhile,
// the error is a problem.
func (e *edit) replaceOverride(ctx context.Context, branchID string, day overriddenDay) (before, after *ent.ShiftOverride, err error) {
	saved := 0
	before, err = e.ShiftOverride.Query().Where(shiftoverride.StaffID(day.staffID), shiftoverride.BranchID(branchID), shiftoverride.Date(day.date)).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		before = nil
	case err != nil:
		return nil, nil, err
	default:
		saved = before.Version
	}
	if changed := unchanged(day.versionField, day.expected, saved); changed != nil {
		return before, nil, changed
	}
	if before != nil {
		if err := e.ShiftOverride.DeleteOne(before).Exec(ctx); err != nil {
			return nil, nil, err
		}
	}
	if day.remove {
		return before, nil, nil
	}
	after, err = e.ShiftOverride.Create().SetStaffID(day.staffID).SetBranchID(branchID).SetDate(day.date).SetIntervals(day.intervals).
		SetVersion(e.nextVersion(branchID)).Save(ctx)
	return before, after, err
}
