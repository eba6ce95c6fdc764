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
	StaffID   string
	BranchID  string
	Date      civil.Date
	Intervals []civil.Interval // none: off all day
}

// StaffShiftOverrideRemoveInput names the date of the override to remove.
type StaffShiftOverrideRemoveInput struct {
	StaffID  string
	BranchID string
	Date     civil.Date
}

// StaffShiftOverrideSet replaces the working times of one date.
func (s *Salon) StaffShiftOverrideSet(ctx context.Context, input StaffShiftOverrideSetInput) (*ent.Staff, []*ent.Appointment, error) {
	var f setupForm
	intervals := f.day("intervals", input.Intervals)
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	var row *ent.Staff
	stranded, err := s.edit(ctx, func(ctx context.Context, e *edit) (err error) {
		var before []*ent.ShiftOverride
		if row, before, err = e.beginOnOverride(ctx, input.StaffID, input.BranchID, input.Date); err != nil {
			return err
		}
		after, err := e.ShiftOverride.Create().
			SetStaffID(row.ID).SetBranchID(input.BranchID).SetDate(input.Date).SetIntervals(intervals).
			Save(ctx)
		if err != nil {
			return err
		}
		return e.Record(ctx, "staffShiftOverrideSet", row.ID, before, after)
	})
	return row, stranded, err
}

// StaffShiftOverrideRemove restores the work plan on one date.
func (s *Salon) StaffShiftOverrideRemove(ctx context.Context, input StaffShiftOverrideRemoveInput) (*ent.Staff, []*ent.Appointment, error) {
	var row *ent.Staff
	stranded, err := s.edit(ctx, func(ctx context.Context, e *edit) (err error) {
		var before []*ent.ShiftOverride
		row, before, err = e.beginOnOverride(ctx, input.StaffID, input.BranchID, input.Date)
		if err != nil || len(before) == 0 {
			return err
		}
		return e.Record(ctx, "staffShiftOverrideRemove", row.ID, before, nil)
	})
	return row, stranded, err
}

// beginOnOverride begins an edit of one date and deletes its override.
func (e *edit) beginOnOverride(ctx context.Context, staffID, branchID string, date civil.Date) (*ent.Staff, []*ent.ShiftOverride, error) {
	row, err := e.beginOfStaffInBranch(ctx, change.KindSHIFT_OVERRIDE, staffID, branchID)
	if err != nil {
		return nil, nil, err
	}
	e.on(&date, &date)
	ofDate := shiftoverride.And(shiftoverride.StaffID(row.ID), shiftoverride.BranchID(branchID), shiftoverride.Date(date))
	before, err := e.ShiftOverride.Query().Where(ofDate).All(ctx)
	if err != nil {
		return nil, nil, err
	}
	_, err = e.ShiftOverride.Delete().Where(ofDate).Exec(ctx)
	return row, before, err
}
