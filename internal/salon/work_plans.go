package salon

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/change"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
)

// StaffWorkPlansReplaceInput holds plans and shift overrides of several profiles in a branch.
type StaffWorkPlansReplaceInput struct {
	BranchID         string
	Plans            []WorkPlanInput // in the order in which they replace others
	ShiftOverrides   []ShiftOverrideInput
	ExpectedVersions []WorkPlanVersionInput // of those that must not have changed
}

// WorkPlanInput is the work plan of a profile for a period.
type WorkPlanInput struct {
	StaffID       string
	ValidFrom     *civil.Date // nil: since ever
	ValidUntil    *civil.Date // nil: with no end
	RotationWeeks int
	RotationStart *civil.Date // nil: ValidFrom, or else today
	Shifts        []Shift     // none: no available times
}

// ShiftOverrideInput is the override that a profile is to have on one date.
type ShiftOverrideInput struct {
	StaffID         string
	Date            civil.Date
	Intervals       []civil.Interval // empty: off all day; nil removes the override
	ExpectedVersion *int             // 0: no override; nil: any

	Keep bool // nothing is to be changed
}

// StaffWorkPlansReplace replaces plans and shift overrides of several profiles in a branch in one step: it copies a plan, or
// restores what was cleared. It returns the profiles, sorted by display name. If plans or overrides have changed meanwhile, it
// changes none, and returns the profiles of these with the problems.
func (s *Salon) StaffWorkPlansReplace(ctx context.Context, input StaffWorkPlansReplaceInput) (rows []*ent.Staff, stranded []*ent.Appointment, err error) {
	var f setupForm
	f.atMost("plans", len(input.Plans), form.ListLength)
	f.atMost("shiftOverrides", len(input.ShiftOverrides), form.ListLength)
	f.atMost("expectedVersions", len(input.ExpectedVersions), form.ListLength)
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	plans, days := f.plans(input.Plans), f.overriddenDays(input.ShiftOverrides)
	if err := f.Err(); err != nil {
		return nil, nil, err
	}
	stranded, err = s.edit(ctx, input, func(ctx context.Context, e *edit) (err error) {
		concerned, err := e.beginOfSeveral(ctx, input)
		if err != nil || len(concerned) == 0 {
			return err
		}
		e.on(datesOfPlans(plans, days))
		var changed conflict
		if err := changed.checkPlans(ctx, e, input.BranchID, input.ExpectedVersions); err != nil {
			return err
		}
		if err := changed.checkDays(ctx, e, input.BranchID, days); err != nil {
			return err
		}
		if rows, err = changed.profiles(ctx, e.Client); err != nil {
			return err
		}
		rows = concerned
		return e.replaceSeveral(ctx, input.BranchID, e.change.StaffIDs, plans, days)
	})
	return rows, stranded, err
}

func (f *setupForm) plans(given []WorkPlanInput) []newPlan {
	plans := make([]newPlan, len(given))
	for i, plan := range given {
		plans[i] = f.plan(place("plans", i)+".", plan)
	}
	return plans
}

// overriddenDays leaves out those that nothing is to be changed of.
func (f *setupForm) overriddenDays(given []ShiftOverrideInput) []overriddenDay {
	var days []overriddenDay
	for i, one := range given {
		field := place("shiftOverrides", i)
		intervals := f.day(field+".intervals", one.Intervals)
		if !one.Keep {
			days = append(days, overriddenDay{
				staffID: one.StaffID, date: one.Date, intervals: intervals, remove: one.Intervals == nil,
				expected: one.ExpectedVersion, versionField: field + ".expectedVersion",
			})
		}
	}
	return days
}

// beginOfSeveral locks the people of all profiles that the input names, begins the edit and returns the profiles.
func (e *edit) beginOfSeveral(ctx context.Context, input StaffWorkPlansReplaceInput) ([]*ent.Staff, error) {
	places := map[string]string{} // by ID: where the input first names the profile
	var staffIDs []string
	name := func(staffID, field string) error {
		if places[staffID] == "" {
			places[staffID] = field
			staffIDs = append(staffIDs, staffID)
		}
		return id.Staff.Check(staffID, field)
	}
	for i, plan := range input.Plans {
		if err := name(plan.StaffID, place("plans", i)+".staffId"); err != nil {
			return nil, err
		}
	}
	for i, day := range input.ShiftOverrides {
		if err := name(day.StaffID, place("shiftOverrides", i)+".staffId"); err != nil {
			return nil, err
		}
	}
	rows, err := e.LockPeople(ctx, func() ([]*ent.Staff, error) {
		rows, err := e.Staff.Query().Where(staff.IDIn(staffIDs...)).Where(reach.Profiles(actor.Of(ctx))...).Order(ent.Asc(staff.FieldOrderKey, staff.FieldID)).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, staffID := range staffIDs {
			if !slices.ContainsFunc(rows, func(row *ent.Staff) bool { return row.ID == staffID }) {
				return nil, problem.New(problem.NotFound, places[staffID])
			}
		}
		return rows, nil
	})
	if err != nil {
		return nil, err
	}
	_, err = e.beginInBranch(ctx, change.KindWORK_PLAN, input.BranchID, "branchId", staffIDs...)
	return rows, err
}

// datesOfPlans returns the dates that plans and overrides may concern; nil is unbounded.
func datesOfPlans(plans []newPlan, days []overriddenDay) (first, last *civil.Date) {
	var periods []period
	for _, plan := range plans {
		periods = append(periods, plan.valid)
	}
	for _, day := range days {
		periods = append(periods, period{&day.date, &day.date})
	}
	for i, p := range periods {
		if i == 0 {
			first, last = p.from, p.until
			continue
		}
		if first != nil && (p.from == nil || *p.from < *first) {
			first = p.from
		}
		if last != nil && (p.until == nil || *p.until > *last) {
			last = p.until
		}
	}
	return first, last
}

// plansAndOverrides is what the audit trail holds of a step of both.
type plansAndOverrides struct {
	Plans     []*ent.WorkPlan
	Overrides []*ent.ShiftOverride
}

func (e *edit) replaceSeveral(ctx context.Context, branchID string, staffIDs []string, plans []newPlan, days []overriddenDay) (err error) {
	var before, after plansAndOverrides
	if before.Plans, err = e.plansOf(ctx, branchID, staffIDs...); err != nil {
		return err
	}
	if _, err := e.replacePlans(ctx, branchID, plans); err != nil {
		return err
	}
	if after.Plans, err = e.plansOf(ctx, branchID, staffIDs...); err != nil {
		return err
	}
	for _, day := range days {
		day.expected = nil // checked for all before the step
		was, is, err := e.replaceOverride(ctx, branchID, day)
		if err != nil {
			return err
		}
		if was != nil {
			before.Overrides = append(before.Overrides, was)
		}
		if is != nil {
			after.Overrides = append(after.Overrides, is)
		}
	}
	return e.Record(ctx, "staffWorkPlansReplace", branchID, before, after)
}
