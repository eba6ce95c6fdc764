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
	StaffID         string
	BranchID        string
	ValidFrom       *civil.Date // nil: since ever
	ValidUntil      *civil.Date // nil: with no end
	RotationWeeks   int
	RotationStart   *civil.Date // nil: ValidFrom, or else today
	Shifts          []Shift     // none: no available times
	ExpectedVersion *int        // 0: no plans; nil: any
}

// maximalRotation is the longest rotation, in weeks.
const maximalRotation = 52

// StaffWorkPlanReplace replaces the plan of a profile in a branch for a period, and keeps it before and after. If the plans
// have changed meanwhile, it returns the profile with the problem.
func (s *Salon) StaffWorkPlanReplace(ctx context.Context, input StaffWorkPlanReplaceInput) (*ent.Staff, []*ent.Appointment, error) {
	var f setupForm
	plan := f.plan("", WorkPlanInput{
		StaffID: input.StaffID, ValidFrom: input.ValidFrom, ValidUntil: input.ValidUntil,
		RotationWeeks: input.RotationWeeks, RotationStart: input.RotationStart, Shifts: input.Shifts,
	})
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	var row *ent.Staff
	stranded, err := s.edit(ctx, input, func(ctx context.Context, e *edit) (err error) {
		if row, err = e.beginOfStaffInBranch(ctx, change.KindWORK_PLAN, input.StaffID, input.BranchID); err != nil {
			return err
		}
		e.on(input.ValidFrom, input.ValidUntil)
		before, err := e.plansOf(ctx, input.BranchID, row.ID)
		if err != nil {
			return err
		}
		if changed := unchanged("expectedVersion", input.ExpectedVersion, versionOf(before)); changed != nil {
			return changed
		}
		after, err := e.replacePlans(ctx, input.BranchID, []newPlan{plan})
		if err != nil {
			return err
		}
		return e.Record(ctx, "staffWorkPlanReplace", row.ID, before, after)
	})
	return row, stranded, err
}

// newPlan is a plan, which may be empty, that replaces those of a profile in a period.
type newPlan struct {
	staffID string
	valid   period
	start   *civil.Date // nil: the first date, or else today
	weeks   []availability.Week
	isEmpty bool
}

// plan validates a plan; within is the path of its fields.
func (f *setupForm) plan(within string, given WorkPlanInput) newPlan {
	f.number(within+"rotationWeeks", &given.RotationWeeks, 1, maximalRotation)
	f.ordered(within+"validUntil", given.ValidFrom, given.ValidUntil)
	return newPlan{
		staffID: given.StaffID, valid: period{given.ValidFrom, given.ValidUntil}, start: given.RotationStart,
		weeks: f.rotation(within+"shifts", given.Shifts, given.RotationWeeks), isEmpty: len(given.Shifts) == 0,
	}
}

// replacePlans replaces plans one after the other in a branch whose edit has begun. It returns all plans of the profiles
// afterwards, which get a new version.
func (e *edit) replacePlans(ctx context.Context, branchID string, plans []newPlan) ([]*ent.WorkPlan, error) {
	staffIDs := make([]string, len(plans))
	for i, plan := range plans {
		staffIDs[i] = plan.staffID
		before, err := e.plansOf(ctx, branchID, plan.staffID)
		if err != nil {
			return nil, err
		}
		if err := e.clearPlans(ctx, before, plan.valid); err != nil {
			return nil, err
		}
		if plan.isEmpty {
			continue
		}
		start, err := e.rotationStart(ctx, branchID, plan)
		if err != nil {
			return nil, err
		}
		if err := e.createPlan(ctx, plan.staffID, branchID, plan.valid, start, plan.weeks); err != nil {
			return nil, err
		}
	}
	if err := e.renewVersions(ctx, branchID, staffIDs); err != nil {
		return nil, err
	}
	return e.plansOf(ctx, branchID, staffIDs...)
}

// renewVersions gives all plans of the profiles in a branch the version of the edit, because a change of one concerns them
// all: their periods exclude each other.
func (e *edit) renewVersions(ctx context.Context, branchID string, staffIDs []string) error {
	return e.WorkPlan.Update().Where(workplan.BranchID(branchID), workplan.StaffIDIn(staffIDs...)).SetVersion(e.nextVersion(branchID)).Exec(ctx)
}

// versionOf returns the version of all plans of a profile in a branch; 0 if there are none.
func versionOf(plans []*ent.WorkPlan) int {
	version := 0
	for _, plan := range plans {
		version = max(version, plan.Version)
	}
	return version
}

func (e *edit) rotationStart(ctx context.Context, branchID string, plan newPlan) (civil.Date, error) {
	switch {
	case plan.start != nil:
		return *plan.start, nil
	case plan.valid.from != nil:
		return *plan.valid.from, nil
	}
	row, err := e.Branch.Get(ctx, branchID)
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

func (e *edit) plansOf(ctx context.Context, branchID string, staffIDs ...string) ([]*ent.WorkPlan, error) {
	return e.WorkPlan.Query().
		Where(workplan.StaffIDIn(staffIDs...), workplan.BranchID(branchID)).
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
