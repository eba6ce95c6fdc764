package salon

import (
	"context"

	"visavis/ent"
	"visavis/ent/shiftoverride"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
)

// WorkPlanVersionInput is the version that the plans of a profile in the branch are expected to have; 0: there are none.
type WorkPlanVersionInput struct {
	StaffID string
	Version int
}

// ShiftOverrideVersionInput is the version that the override of a profile on a date is expected to have.
type ShiftOverrideVersionInput struct {
	StaffID string
	Date    civil.Date
	Version int
}

// conflict collects the problems of what others have saved since the caller read it, and the profiles that it concerns.
type conflict struct {
	problem.List
	staffIDs []string
}

// profiles returns the profiles of the conflict, sorted by display name, with its problems; nil if there is none.
func (c *conflict) profiles(ctx context.Context, client *ent.Client) ([]*ent.Staff, error) {
	if c.Err() == nil {
		return nil, nil
	}
	rows, err := client.Staff.Query().Where(staff.IDIn(c.staffIDs...)).Where(reach.Profiles(actor.Of(ctx))...).
		Order(ent.Asc(staff.FieldOrderKey, staff.FieldID)).All(ctx)
	if err != nil {
		return nil, err
	}
	return rows, c.Err()
}

func (c *conflict) add(changed *problem.Problem, staffID string) {
	if changed != nil {
		c.Add(changed)
		c.staffIDs = append(c.staffIDs, staffID)
	}
}

// checkPlans adds the plans whose version is not the expected one.
func (c *conflict) checkPlans(ctx context.Context, e *edit, branchID string, expected []WorkPlanVersionInput) error {
	for i, one := range expected {
		if _, err := e.staff(ctx, one.StaffID, place("expectedVersions", i)+".staffId"); err != nil {
			return err
		}
		plans, err := e.plansOf(ctx, branchID, one.StaffID)
		if err != nil {
			return err
		}
		c.add(unchanged(place("expectedVersions", i)+".version", &one.Version, versionOf(plans)), one.StaffID)
	}
	return nil
}

// profileDate is the date of an override, of which a profile has at most one in a branch.
type profileDate struct {
	staffID string
	date    civil.Date
}

func versionsByDate(overrides []*ent.ShiftOverride) map[profileDate]int {
	versions := map[profileDate]int{}
	for _, row := range overrides {
		versions[profileDate{row.StaffID, row.Date}] = row.Version
	}
	return versions
}

// checkDays adds the overrides whose version before the step is not the expected one.
func (c *conflict) checkDays(ctx context.Context, e *edit, branchID string, days []overriddenDay) error {
	var staffIDs []string
	var dates []civil.Date
	for _, day := range days {
		staffIDs, dates = append(staffIDs, day.staffID), append(dates, day.date)
	}
	rows, err := e.ShiftOverride.Query().
		Where(shiftoverride.BranchID(branchID), shiftoverride.StaffIDIn(staffIDs...), shiftoverride.DateIn(dates...)).All(ctx)
	if err != nil {
		return err
	}
	saved := versionsByDate(rows)
	for _, day := range days {
		c.add(unchanged(day.versionField, day.expected, saved[profileDate{day.staffID, day.date}]), day.staffID)
	}
	return nil
}

// checkCleared adds the overrides to clear that the caller does not expect, and those expected that are none of them. nil
// expects any.
func (c *conflict) checkCleared(overrides []*ent.ShiftOverride, expected []ShiftOverrideVersionInput) error {
	if expected == nil {
		return nil
	}
	saved := versionsByDate(overrides)
	for i, one := range expected {
		field := place("expectedShiftOverrides", i)
		if err := id.Staff.Check(one.StaffID, field+".staffId"); err != nil {
			return err
		}
		at := profileDate{one.StaffID, one.Date}
		c.add(unchanged(field+".version", &one.Version, saved[at]), one.StaffID)
		delete(saved, at)
	}
	for _, row := range overrides {
		if _, isUnknown := saved[profileDate{row.StaffID, row.Date}]; isUnknown {
			c.add(problem.New(problem.ChangedMeanwhile, "expectedShiftOverrides"), row.StaffID)
		}
	}
	return nil
}
