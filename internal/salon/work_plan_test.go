package salon_test

import (
	"fmt"
	"testing"
	"time"

	"visavis/internal/salon"
)

// plans writes down the work plans of a profile in a branch, in order.
func (s *testSalon) plans(t *testing.T, staffID, branchID string) []string {
	t.Helper()
	byStaff, err := s.WorkPlansOf(byOwner(t), []string{staffID})
	check(t, err)
	var said []string
	for _, plan := range byStaff[staffID] {
		if plan.BranchID != branchID {
			continue
		}
		from, until := "", ""
		if plan.ValidFrom != nil {
			from = plan.ValidFrom.String()
		}
		if plan.ValidUntil != nil {
			until = plan.ValidUntil.String()
		}
		line := fmt.Sprintf("%s..%s %d from %s:", from, until, plan.RotationWeeks, plan.RotationStart)
		ofPlan, err := s.ShiftsOf(byOwner(t), []int{plan.ID})
		check(t, err)
		for _, shift := range ofPlan[plan.ID] {
			line += fmt.Sprintf(" %d %.3s %s-%s", shift.Week, shift.Weekday, shift.From, shift.To)
		}
		said = append(said, line)
	}
	return said
}

func TestAWorkPlanReplacesOnlyItsPeriod(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		replace := func(from, until string, rotation int, given ...salon.Shift) {
			t.Helper()
			input := salon.StaffWorkPlanReplaceInput{StaffID: ella, BranchID: mitte, RotationWeeks: rotation, Shifts: given}
			if from != "" {
				input.ValidFrom = dateRef(from)
			}
			if until != "" {
				input.ValidUntil = dateRef(until)
			}
			s.do(t, input)
		}
		weekAB := append(shifts(t, 2, "12:00-15:00,09:00-12:00", time.Sunday, time.Monday), shifts(t, 1, "09:00-24:00", time.Tuesday)...)
		const ab = " 1 Tue 09:00-24:00 2 Mon 09:00-12:00 2 Mon 12:00-15:00 2 Sun 09:00-12:00 2 Sun 12:00-15:00"
		replace("", "", 2, weekAB...)
		same(t, "ever", s.plans(t, ella, mitte), []string{".. 2 from 2026-11-23:" + ab})

		replace("2026-12-07", "2026-12-13", 1, shifts(t, 1, "10:00-11:00", time.Friday)...)
		same(t, "a week in the middle", s.plans(t, ella, mitte), []string{
			"..2026-12-06 2 from 2026-11-23:" + ab,
			"2026-12-07..2026-12-13 1 from 2026-12-07: 1 Fri 10:00-11:00",
			"2026-12-14.. 2 from 2026-11-23:" + ab,
		})

		replace("2026-12-10", "2026-12-16", 1)
		same(t, "no available times over both ends", s.plans(t, ella, mitte), []string{
			"..2026-12-06 2 from 2026-11-23:" + ab,
			"2026-12-07..2026-12-09 1 from 2026-12-07: 1 Fri 10:00-11:00",
			"2026-12-17.. 2 from 2026-11-23:" + ab,
		})

		replace("2027-01-01", "", 1, shifts(t, 1, "08:00-09:00", time.Monday)...)
		replace("", "2026-11-30", 1, shifts(t, 1, "07:00-08:00", time.Monday)...)
		same(t, "the beginning and the end of time", s.plans(t, ella, mitte), []string{
			"..2026-11-30 1 from 2026-11-23: 1 Mon 07:00-08:00",
			"2026-12-01..2026-12-06 2 from 2026-11-23:" + ab,
			"2026-12-07..2026-12-09 1 from 2026-12-07: 1 Fri 10:00-11:00",
			"2026-12-17..2026-12-31 2 from 2026-11-23:" + ab,
			"2027-01-01.. 1 from 2027-01-01: 1 Mon 08:00-09:00",
		})

		replace("", "", 1)
		same(t, "nothing ever", len(s.plans(t, ella, mitte)), 0)
		same(t, "of somebody else", len(s.plans(t, ben, mitte)), 1)
		same(t, "in another branch", len(s.plans(t, anna, west)), 1)
	})
}

func TestARotationGoesOnAroundAHoliday(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		const first, last = "2026-12-01", "2026-12-31"
		s.do(t, salon.StaffWorkPlanReplaceInput{
			StaffID: ben, BranchID: mitte, RotationWeeks: 3, RotationStart: dateRef("2026-12-03"),
			Shifts: append(shifts(t, 1, "09:00-10:00", time.Wednesday), shifts(t, 3, "11:00-12:00", time.Wednesday)...),
		})
		const before, middle, after = "Haarschnitt 2026-12-02 09:00-09:15, ", "Haarschnitt 2026-12-16 11:00-11:15, ", "Haarschnitt 2026-12-23 09:00-09:15"
		same(t, "every third week", s.starts(t, mitte, ben, first, last), before+middle+after)
		s.do(t, salon.StaffWorkPlanReplaceInput{
			StaffID: ben, BranchID: mitte, RotationWeeks: 1, ValidFrom: dateRef("2026-12-14"), ValidUntil: dateRef("2026-12-20"),
		})
		same(t, "but one", s.starts(t, mitte, ben, first, last), before+after)
	})
}

func TestInvalidWorkPlans(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct {
			change func(*salon.StaffWorkPlanReplaceInput)
			want   []string
		}{
			{func(i *salon.StaffWorkPlanReplaceInput) { i.RotationWeeks = 0 }, []string{"OUT_OF_RANGE rotationWeeks"}},
			{func(i *salon.StaffWorkPlanReplaceInput) { i.RotationWeeks = 53 }, []string{"OUT_OF_RANGE rotationWeeks"}},
			{func(i *salon.StaffWorkPlanReplaceInput) { i.ValidUntil = dateRef("2026-11-30") }, []string{"RANGE_REVERSED validUntil"}},
			{func(i *salon.StaffWorkPlanReplaceInput) { i.Shifts[1].Week = 3 }, []string{"OUT_OF_RANGE shifts.1.week"}},
			{func(i *salon.StaffWorkPlanReplaceInput) { i.Shifts[0].Week = 0 }, []string{"OUT_OF_RANGE shifts.0.week"}},
			{func(i *salon.StaffWorkPlanReplaceInput) { i.Shifts[1].To = i.Shifts[1].From }, []string{"INTERVAL_EMPTY shifts.1.to"}},
			{func(i *salon.StaffWorkPlanReplaceInput) { i.Shifts[1].From = hour(11) }, []string{"INTERVALS_OVERLAP shifts.1.from"}},
			{func(i *salon.StaffWorkPlanReplaceInput) { i.Shifts = make([]salon.Shift, 1001) }, []string{"TOO_MANY shifts"}},
		} {
			input := salon.StaffWorkPlanReplaceInput{
				StaffID: ben, BranchID: mitte, ValidFrom: dateRef("2026-12-01"), RotationWeeks: 2,
				Shifts: shifts(t, 2, "09:00-12:00,14:00-18:00", time.Monday),
			}
			test.change(&input)
			s.refuses(t, input, test.want...)
		}
	})
}
