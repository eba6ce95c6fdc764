package salon_test

import (
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/shiftoverride"
	"visavis/internal/civil"
	"visavis/internal/salon"
)

// savedBy is the row that a refused mutation returns, with the codes of its problems.
func (s *testSalon) savedBy(t *testing.T, input any) (row any, problems []string) {
	t.Helper()
	row, _, err := s.mutate(byOwner(t), input)
	return row, problemsOf(err)
}

func TestAReplacementSaysWhatHasChangedMeanwhile(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		monday, thursday := date("2026-11-30"), date("2026-11-26")
		version := func() int { return s.plansOf(t, anna)[0].Version }
		plan := salon.StaffWorkPlanReplaceInput{StaffID: anna, BranchID: mitte, RotationWeeks: 1, Shifts: []salon.Shift{{Week: 1, Weekday: 1, From: hour(9), To: hour(17)}}}

		// Each is saved once by a colleague, from version 1, which the demo salon and data from before there were versions have.
		s.do(t, salon.BranchOpeningHoursReplaceInput{BranchID: mitte, ExpectedVersion: new(1)})
		s.do(t, salon.BranchOpeningExceptionSetInput{BranchID: mitte, Date: monday, ExpectedVersion: new(1)})
		s.do(t, salon.BranchOpeningExceptionSetInput{BranchID: mitte, Date: thursday, ExpectedVersion: new(0)})
		s.do(t, salon.StaffShiftOverrideSetInput{StaffID: ben, BranchID: mitte, Date: monday, ExpectedVersion: new(1)})
		expected := plan
		expected.ExpectedVersion = new(1)
		s.do(t, expected)

		stale := func(input any, want ...string) any {
			t.Helper()
			s.refuses(t, input, want...)
			row, _ := s.savedBy(t, input)
			return row
		}
		branch := stale(salon.BranchOpeningHoursReplaceInput{BranchID: mitte, ExpectedVersion: new(1)}, "CHANGED_MEANWHILE expectedVersion")
		same(t, "the branch", branch.(*ent.Branch).OpeningHoursVersion, 2)
		exception := stale(salon.BranchOpeningExceptionSetInput{BranchID: mitte, Date: thursday, ExpectedVersion: new(0)}, "CHANGED_MEANWHILE expectedVersion")
		same(t, "the exception", exception.(*ent.OpeningException).Date, thursday)
		branch = stale(salon.BranchOpeningExceptionRemoveInput{BranchID: mitte, Date: monday, ExpectedVersion: new(1)}, "CHANGED_MEANWHILE expectedVersion")
		same(t, "the branch of the exception", branch.(*ent.Branch).ID, mitte)
		branch = stale(salon.BranchOpeningExceptionsSetInput{BranchID: mitte, Days: []salon.OpeningExceptionInput{
			{Date: date("2026-12-24"), ExpectedVersion: new(0)}, {Date: monday, ExpectedVersion: new(1)}, {Date: thursday, Intervals: []civil.Interval{}, ExpectedVersion: new(0)},
		}}, "CHANGED_MEANWHILE days.1.expectedVersion", "CHANGED_MEANWHILE days.2.expectedVersion")
		same(t, "the branch of the exceptions", branch.(*ent.Branch).ID, mitte)
		profile := stale(salon.StaffShiftOverrideSetInput{StaffID: ben, BranchID: mitte, Date: monday, ExpectedVersion: new(1)}, "CHANGED_MEANWHILE expectedVersion")
		same(t, "the profile of the override", profile.(*ent.Staff).ID, ben)
		stale(salon.StaffShiftOverrideRemoveInput{StaffID: ben, BranchID: mitte, Date: monday, ExpectedVersion: new(0)}, "CHANGED_MEANWHILE expectedVersion")
		profile = stale(expected, "CHANGED_MEANWHILE expectedVersion")
		same(t, "the profile of the plan", profile.(*ent.Staff).ID, anna)
		versions := []salon.WorkPlanVersionInput{{StaffID: ben, Version: 1}, {StaffID: anna, Version: 1}}
		for _, input := range []any{
			salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{anna, ben}, ExpectedVersions: versions},
			salon.StaffWorkPlansReplaceInput{BranchID: mitte, Plans: []salon.WorkPlanInput{{StaffID: ben, RotationWeeks: 1}}, ExpectedVersions: versions},
		} {
			profiles := stale(input, "CHANGED_MEANWHILE expectedVersions.1.version").([]*ent.Staff)
			same(t, "the profile that has changed", []any{len(profiles), profiles[0].ID}, []any{1, anna})
		}

		// Left out, anything is replaced; the current version, too.
		s.do(t, salon.BranchOpeningHoursReplaceInput{BranchID: mitte, Hours: weekly(t, "09:00-12:00", time.Monday)})
		s.do(t, salon.BranchOpeningHoursReplaceInput{BranchID: mitte, ExpectedVersion: new(3)})
		before := version()
		s.do(t, plan)
		expected.ExpectedVersion = new(version())
		s.do(t, expected)
		if version() <= before+1 {
			t.Errorf("the version was %d and is %d", before, version())
		}
		s.do(t, salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{anna}, ExpectedVersions: []salon.WorkPlanVersionInput{{StaffID: anna, Version: version()}}})
	})
}

// A change of one plan of a profile concerns the others, because their periods exclude each other.
func TestAllPlansOfAProfileInABranchHaveOneVersion(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.StaffWorkPlanReplaceInput{
			StaffID: anna, BranchID: mitte, RotationWeeks: 1, ValidFrom: dateRef("2026-12-01"), ValidUntil: dateRef("2026-12-31"), Shifts: []salon.Shift{{Week: 1, Weekday: 1, From: hour(9), To: hour(17)}},
		})
		plans := s.plansOf(t, anna)
		same(t, "the plans", len(plans), 3)
		for _, plan := range plans {
			same(t, "the version of each", plan.Version, plans[0].Version)
		}
		s.do(t, salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{anna}, From: dateRef("2027-01-01")})
		if after := s.plansOf(t, anna)[0].Version; after <= plans[0].Version {
			t.Errorf("the version was %d and is %d", plans[0].Version, after)
		}
	})
}

// plansOf returns the plans of a profile in Mitte.
func (s *testSalon) plansOf(t *testing.T, staffID string) []*ent.WorkPlan {
	t.Helper()
	plans, err := s.WorkPlansOf(byOwner(t), []string{staffID})
	check(t, err)
	var inMitte []*ent.WorkPlan
	for _, plan := range plans[staffID] {
		if plan.BranchID == mitte {
			inMitte = append(inMitte, plan)
		}
	}
	return inMitte
}

// overridesOf returns the shift overrides of a profile.
func (s *testSalon) overridesOf(t *testing.T, staffID string) []*ent.ShiftOverride {
	t.Helper()
	return s.store.Client().ShiftOverride.Query().Where(shiftoverride.StaffID(staffID)).Order(shiftoverride.ByDate()).AllX(byOwner(t))
}
