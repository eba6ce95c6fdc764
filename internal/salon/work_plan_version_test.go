package salon_test

import (
	"context"
	"testing"

	"visavis/ent"
	"visavis/internal/salon"
)

// changed returns the IDs of the profiles that a refused mutation returns.
func (s *testSalon) changed(t *testing.T, input any) []string {
	t.Helper()
	rows, _, _ := s.mutate(byOwner(t), input)
	return names(rows.([]*ent.Staff), func(p *ent.Staff) string { return p.ID })
}

func TestAClearSparesOverridesThatOthersHaveSaved(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		monday, december := date("2026-11-30"), date("2026-12-03")
		known := func() []salon.ShiftOverrideVersionInput {
			list := []salon.ShiftOverrideVersionInput{}
			for _, staffID := range []string{anna, ben} {
				for _, row := range s.overridesOf(t, staffID) {
					list = append(list, salon.ShiftOverrideVersionInput{StaffID: staffID, Date: row.Date, Version: row.Version})
				}
			}
			return list
		}
		clear := salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{anna, ben}, ExpectedShiftOverrides: known()}
		s.do(t, salon.StaffShiftOverrideSetInput{StaffID: anna, BranchID: mitte, Date: december})
		s.refuses(t, clear, "CHANGED_MEANWHILE expectedShiftOverrides")
		same(t, "added", s.changed(t, clear), []string{anna})
		s.do(t, salon.StaffShiftOverrideSetInput{StaffID: ben, BranchID: mitte, Date: monday})
		s.refuses(t, clear, "CHANGED_MEANWHILE expectedShiftOverrides.0.version", "CHANGED_MEANWHILE expectedShiftOverrides")
		same(t, "changed, and added", s.changed(t, clear), []string{anna, ben})
		clear.ExpectedShiftOverrides = known()
		s.do(t, salon.StaffShiftOverrideRemoveInput{StaffID: anna, BranchID: mitte, Date: december})
		s.refuses(t, clear, "CHANGED_MEANWHILE expectedShiftOverrides.0.version")
		same(t, "removed", s.changed(t, clear), []string{anna})
		clear.ExpectedShiftOverrides = []salon.ShiftOverrideVersionInput{{StaffID: mitte, Date: monday}}
		s.refuses(t, clear, "ID_OF_ANOTHER_KIND expectedShiftOverrides.0.staffId")

		// None that is to be cleared is unknown: those before the first date are not.
		clear.ExpectedShiftOverrides, clear.From = []salon.ShiftOverrideVersionInput{}, dateRef("2026-12-01")
		s.do(t, clear)
		clear.ExpectedShiftOverrides, clear.From = known(), nil
		s.do(t, clear)
		same(t, "overrides", len(known()), 0)
	})
}

func TestAReplacementOfSeveralNamesProfilesWhoseOverridesHaveChanged(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		december := date("2026-12-03")
		// By bytes, Zoë comes before ben and ärmel; by their names, she is the last.
		s.write(t, func(ctx context.Context, c *ent.Client) {
			c.Staff.UpdateOneID(anna).SetDisplayName("Zoë").ExecX(ctx)
			c.Staff.UpdateOneID(ben).SetDisplayName("ben").ExecX(ctx)
			c.Staff.UpdateOneID(clara).SetDisplayName("ärmel").ExecX(ctx)
		})
		clear := salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{anna, ben, clara}}
		s.do(t, clear)
		restore := salon.StaffWorkPlansReplaceInput{BranchID: mitte}
		for _, staffID := range []string{anna, ben, clara} {
			restore.Plans = append(restore.Plans, salon.WorkPlanInput{StaffID: staffID, RotationWeeks: 1})
			restore.ShiftOverrides = append(restore.ShiftOverrides, salon.ShiftOverrideInput{StaffID: staffID, Date: december, Intervals: intervals("09:00-12:00"), ExpectedVersion: new(0)})
			restore.ExpectedVersions = append(restore.ExpectedVersions, salon.WorkPlanVersionInput{StaffID: staffID, Version: s.plansOf(t, staffID)[0].Version})
		}
		s.do(t, salon.StaffShiftOverrideSetInput{StaffID: anna, BranchID: mitte, Date: december})
		s.refuses(t, restore, "CHANGED_MEANWHILE shiftOverrides.0.expectedVersion")
		same(t, "whose override has changed", s.changed(t, restore), []string{anna})
		s.do(t, salon.StaffWorkPlanReplaceInput{StaffID: ben, BranchID: mitte, RotationWeeks: 1, Shifts: []salon.Shift{{Week: 1, Weekday: 1, From: hour(9), To: hour(17)}}})
		s.do(t, salon.StaffShiftOverrideSetInput{StaffID: clara, BranchID: mitte, Date: december})
		stale := restore
		stale.ExpectedVersions = []salon.WorkPlanVersionInput{{StaffID: anna, Version: 1}, restore.ExpectedVersions[1]}
		s.refuses(t, stale,
			"CHANGED_MEANWHILE expectedVersions.0.version", "CHANGED_MEANWHILE expectedVersions.1.version",
			"CHANGED_MEANWHILE shiftOverrides.0.expectedVersion", "CHANGED_MEANWHILE shiftOverrides.2.expectedVersion")
		same(t, "in the order of their names", s.changed(t, stale), []string{clara, ben, anna})
		s.do(t, clear)
		restore.ExpectedVersions = nil
		same(t, "restored", s.changed(t, restore), []string{clara, ben, anna})
	})
}

func TestAClearIsAtMostWhatOneStepRestores(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		first := date("2027-01-01")
		var restore salon.StaffWorkPlansReplaceInput
		restore.BranchID = mitte
		for i := range 500 {
			for _, staffID := range []string{anna, clara} {
				restore.ShiftOverrides = append(restore.ShiftOverrides, salon.ShiftOverrideInput{StaffID: staffID, Date: first.AddDays(i), Intervals: intervals("09:00-12:00"), ExpectedVersion: new(0)})
			}
		}
		s.write(t, func(ctx context.Context, c *ent.Client) {
			var rows []*ent.ShiftOverrideCreate
			for _, one := range restore.ShiftOverrides {
				rows = append(rows, c.ShiftOverride.Create().SetStaffID(one.StaffID).SetBranchID(mitte).SetDate(one.Date).SetIntervals(one.Intervals))
			}
			c.ShiftOverride.CreateBulk(rows...).ExecX(ctx)
		})
		from := dateRef("2027-01-01")
		s.do(t, salon.StaffShiftOverrideSetInput{StaffID: ben, BranchID: mitte, Date: first})
		s.refuses(t, salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{anna, ben, clara}, From: from}, "CLEARS_TOO_MUCH staffIds")
		same(t, "concerned", s.changed(t, salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{anna, ben, clara}, From: from}), []string{})
		s.refuses(t, salon.StaffWorkPlanClearInput{BranchID: mitte, ExpectedShiftOverrides: make([]salon.ShiftOverrideVersionInput, 1001)}, "CLEARS_TOO_MUCH expectedShiftOverrides")
		s.do(t, salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{anna, clara}, From: from})
		s.do(t, restore)
		same(t, "restored", []int{len(s.overridesOf(t, anna)), len(s.overridesOf(t, clara))}, []int{500, 500})

		// The plans of a profile are restored after an empty one.
		s.write(t, func(ctx context.Context, c *ent.Client) {
			var rows []*ent.WorkPlanCreate
			for i := range 999 {
				day := first.AddDays(i)
				rows = append(rows, c.WorkPlan.Create().SetStaffID(ella).SetBranchID(mitte).SetValidFrom(day).SetValidUntil(day).SetRotationWeeks(1).SetRotationStart(day))
			}
			c.WorkPlan.CreateBulk(rows...).ExecX(ctx)
		})
		s.refuses(t, salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{ella, frida}, From: from}, "CLEARS_TOO_MUCH staffIds")
		s.do(t, salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{ella}, From: from})
	})
}
