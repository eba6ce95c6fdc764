package salon_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"visavis/ent"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/salon"
)

func TestStaffWorkPlanClear(t *testing.T) {
	type clearing struct {
		name    string
		input   salon.StaffWorkPlanClearInput
		cleared []string
		plans   map[string][]string // what is left of each profile's plan
	}
	const bensShifts = " 1 Tue 09:00-13:00 1 Tue 14:00-18:00 1 Wed 09:00-13:00 1 Wed 14:00-18:00 1 Thu 09:00-13:00 1 Thu 14:00-18:00" +
		" 1 Fri 09:00-13:00 1 Fri 14:00-18:00 1 Sat 09:00-13:00 1 Sat 14:00-18:00"
	const untilYesterday, untilDecember, always = "..2026-11-22 1 from 2026-11-23:", "..2026-11-30 1 from 2026-11-23:", ".. 1 from 2026-11-23:"
	for _, test := range []clearing{
		{
			"one", salon.StaffWorkPlanClearInput{StaffIDs: []string{ben}}, []string{ben},
			map[string][]string{ben: {untilYesterday + bensShifts}, clara: {always + bensShifts}},
		},
		{
			"several, one of whom has no plan", salon.StaffWorkPlanClearInput{StaffIDs: []string{clara, ella, ben, clara}}, []string{ben, clara, ella},
			map[string][]string{ben: {untilYesterday + bensShifts}, clara: {untilYesterday + bensShifts}, ella: nil},
		},
		{
			"all", salon.StaffWorkPlanClearInput{}, []string{anna, ben, clara, ella, frida},
			map[string][]string{ben: {untilYesterday + bensShifts}, clara: {untilYesterday + bensShifts}},
		},
		{
			"all but two", salon.StaffWorkPlanClearInput{ExceptStaffIDs: []string{anna, clara}}, []string{ben, ella, frida},
			map[string][]string{ben: {untilYesterday + bensShifts}, clara: {always + bensShifts}},
		},
		{
			"from a date on", salon.StaffWorkPlanClearInput{From: dateRef("2026-12-01")}, []string{anna, ben, clara, ella, frida},
			map[string][]string{ben: {untilDecember + bensShifts}, clara: {untilDecember + bensShifts}},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			each(t, func(t *testing.T, s *testSalon) {
				before := map[string][]string{anna: s.plans(t, anna, west), david: s.plans(t, david, west)}
				s.do(t, salon.StaffShiftOverrideSetInput{StaffID: ben, BranchID: mitte, Date: date("2026-11-22")})
				s.do(t, salon.StaffShiftOverrideSetInput{StaffID: ben, BranchID: mitte, Date: date("2026-12-01")})

				test.input.BranchID = mitte
				rows, _, err := s.StaffWorkPlanClear(byOwner(t), test.input)
				check(t, err)
				same(t, "cleared", names(rows, func(p *ent.Staff) string { return p.ID }), test.cleared)
				for staffID, want := range test.plans {
					same(t, "the plans of "+staffID, s.plans(t, staffID, mitte), want)
				}
				for staffID, want := range before {
					same(t, "in West, the plans of "+staffID, s.plans(t, staffID, west), want)
				}
				overrides, err := s.ShiftOverridesOf(byOwner(t), []string{ben}, civil.DateRange{First: date("2026-01-01"), Last: date("2027-01-01")})
				check(t, err)
				want := []string{"2026-11-22"}
				if test.input.From != nil {
					want = append(want, "2026-11-30")
				}
				same(t, "the overrides", names(overrides[ben], func(o *ent.ShiftOverride) string { return o.Date.String() }), want)
			})
		})
	}
}

func TestInvalidWorkPlanClears(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.refuses(t, salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: make([]string, 1001)}, "TOO_MANY staffIds")
		s.refuses(t, salon.StaffWorkPlanClearInput{BranchID: mitte, ExceptStaffIDs: make([]string, 1001)}, "TOO_MANY exceptStaffIds")
	})
}

// TestPlansClearedBeforeTheyBeginAreKept clears Ben's plan, and the one that follows it in January.
func TestPlansClearedBeforeTheyBeginAreKept(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		january := salon.StaffWorkPlanReplaceInput{
			StaffID: ben, BranchID: mitte, ValidFrom: dateRef("2027-01-04"), RotationWeeks: 2, RotationStart: dateRef("2027-01-04"),
			Shifts: []salon.Shift{{Week: 2, Weekday: time.Sunday, From: hour(10), To: hour(12)}, {Week: 2, Weekday: time.Monday, From: hour(9), To: hour(12)}},
		}
		s.do(t, january)
		cleared := func(as context.Context) (said []string) {
			byStaff, err := s.ClearedPlansOf(as, []string{ben, clara})
			check(t, err)
			for _, plan := range byStaff[ben] {
				text := plan.ValidFrom.String() + ":"
				for _, shift := range salon.ShiftsOfCleared(plan) {
					text += fmt.Sprint(" ", shift.Week, " ", shift.Weekday.String()[:3], " ", shift.From, "-", shift.To)
				}
				said = append(said, text)
			}
			return said
		}
		s.do(t, salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{ben, clara}, From: dateRef("2027-02-01")})
		same(t, "none: it had begun", len(cleared(byOwner(t))), 0)
		s.do(t, salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{ben, clara}})
		kept := "2027-01-04: 2 Mon 09:00-12:00 2 Sun 10:00-12:00"
		same(t, "kept", cleared(byOwner(t)), []string{kept})
		same(t, "for a manager of the branch", cleared(by(t, actor.Manager, "clara")), []string{kept})
		same(t, "for one of another branch", len(cleared(actor.With(t.Context(), actor.Actor{Role: actor.Manager, Branches: []string{west}}))), 0)

		for range 12 {
			s.do(t, january)
			s.do(t, salon.StaffWorkPlanClearInput{BranchID: mitte, StaffIDs: []string{ben}})
		}
		same(t, "no more than ten", len(cleared(byOwner(t))), 10)
	})
}
