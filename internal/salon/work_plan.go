package salon

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/workplan"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/problem"
)

// Shift is an interval of one weekday in one week of the rotation.
type Shift struct {
	Week    int // counts from 1
	Weekday time.Weekday
	From    civil.TimeOfDay
	To      civil.TimeOfDay
}

// StaffWorkPlanReplaceInput is a work plan for a period.
type StaffWorkPlanReplaceInput struct {
	StaffID       string
	BranchID      string
	ValidFrom     *civil.Date // nil: since ever
	ValidUntil    *civil.Date // nil: with no end
	RotationWeeks int
	RotationStart *civil.Date // nil: ValidFrom, or else today
	Shifts        []Shift     // none: no available times
}

// maximalRotation is the longest rotation, in weeks.
const maximalRotation = 52

// StaffWorkPlanReplace replaces the plan of a profile in a branch for a period, and keeps it before and after.
func (s *Salon) StaffWorkPlanReplace(ctx context.Context, input StaffWorkPlanReplaceInput) (*ent.Staff, []*ent.Appointment, error) {
	var f setupForm
	f.number("rotationWeeks", &input.RotationWeeks, 1, maximalRotation)
	f.ordered("validUntil", input.ValidFrom, input.ValidUntil)
	weeks := f.rotation("shifts", input.Shifts, input.RotationWeeks)
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	var row *ent.Staff
	stranded, err := s.edit(ctx, func(ctx context.Context, e *edit) (err error) {
		if row, err = e.beginOfStaffInBranch(ctx, change.KindWORK_PLAN, input.StaffID, input.BranchID); err != nil {
			return err
		}
		e.on(input.ValidFrom, input.ValidUntil)
		before, err := e.plansOf(ctx, row.ID, input.BranchID)
		if err != nil {
			return err
		}
		valid := period{input.ValidFrom, input.ValidUntil}
		if err := e.clearPlans(ctx, before, valid); err != nil {
			return err
		}
		if len(input.Shifts) > 0 {
			start, err := e.rotationStart(ctx, input)
			if err != nil {
				return err
			}
			if err := e.createPlan(ctx, row.ID, input.BranchID, valid, start, weeks); err != nil {
				return err
			}
		}
		after, err := e.plansOf(ctx, row.ID, input.BranchID)
		if err != nil {
			return err
		}
		return e.Record(ctx, "staffWorkPlanReplace", row.ID, before, after)
	})
	return row, stranded, err
}

func (e *edit) rotationStart(ctx context.Context, input StaffWorkPlanReplaceInput) (civil.Date, error) {
	switch {
	case input.RotationStart != nil:
		return *input.RotationStart, nil
	case input.ValidFrom != nil:
		return *input.ValidFrom, nil
	}
	row, err := e.Branch.Get(ctx, input.BranchID)
	if err != nil {
		return 0, err
	}
	return today(row, e.Now)
}

// rotation groups shifts by week and weekday.
func (f *setupForm) rotation(field string, shifts []Shift, count int) []availability.Week {
	f.Few(field, len(shifts))
	if len(f.List) > 0 {
		return nil
	}
	weeks := make([]availability.Week, count)
	for week := range weeks {
		var ofWeek []WeeklyInterval
		var places []int
		for i, shift := range shifts {
			if shift.Week == week+1 {
				ofWeek = append(ofWeek, WeeklyInterval{shift.Weekday, shift.From, shift.To})
				places = append(places, i)
			}
		}
		weeks[week] = f.byWeekday(ofWeek, func(i int) string { return place(field, places[i]) })
	}
	for i, shift := range shifts {
		if shift.Week < 1 || count < shift.Week {
			f.Add(problem.New(problem.OutOfRange, place(field, i)+".week", 1, count))
		}
	}
	return weeks
}

func (e *edit) plansOf(ctx context.Context, staffID, branchID string) ([]*ent.WorkPlan, error) {
	return e.WorkPlan.Query().
		Where(workplan.StaffID(staffID), workplan.BranchID(branchID)).
		Order(workplan.ByID()).
		WithShifts().
		All(ctx)
}

// clearPlans removes a period from the plans.
func (e *edit) clearPlans(ctx context.Context, plans []*ent.WorkPlan, cleared period) error {
	for _, plan := range plans {
		if err := e.WorkPlan.DeleteOne(plan).Exec(ctx); err != nil {
			return err
		}
		for _, left := range (period{plan.ValidFrom, plan.ValidUntil}).without(cleared) {
			if err := e.createPlan(ctx, plan.StaffID, plan.BranchID, left, plan.RotationStart, weeksOf(plan)); err != nil {
				return err
			}
		}
	}
	return nil
}

func weeksOf(plan *ent.WorkPlan) []availability.Week {
	weeks := make([]availability.Week, plan.RotationWeeks)
	for _, shift := range plan.Edges.Shifts {
		weeks[shift.Week-1][shift.Weekday] = shift.Intervals
	}
	return weeks
}

func (e *edit) createPlan(ctx context.Context, staffID, branchID string, valid period, start civil.Date, weeks []availability.Week) error {
	plan, err := e.WorkPlan.Create().
		SetStaffID(staffID).SetBranchID(branchID).
		SetNillableValidFrom(valid.from).SetNillableValidUntil(valid.until).
		SetRotationWeeks(len(weeks)).SetRotationStart(start).
		Save(ctx)
	if err != nil {
		return err
	}
	var shifts []*ent.ShiftCreate
	for week := range weeks {
		for weekday, intervals := range weeks[week] {
			if len(intervals) > 0 {
				shifts = append(shifts, e.Shift.Create().
					SetWorkPlan(plan).SetWeek(week+1).SetWeekday(time.Weekday(weekday)).SetIntervals(intervals))
			}
		}
	}
	return e.Shift.CreateBulk(shifts...).Exec(ctx)
}
