package salon_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/internal/salon"
)

// utilisation writes the hours of one weekday: hour, booked of working minutes.
func (s *testSalon) utilisation(t *testing.T, weekday time.Weekday, first, last string, staffIDs ...string) string {
	t.Helper()
	hours, err := s.Utilization(byOwner(t), salon.UtilizationSearch{
		BranchID: mitte, Dates: civil.DateRange{First: date(first), Last: date(last)}, StaffIDs: staffIDs,
	})
	check(t, err)
	var list []string
	for _, hour := range hours {
		if hour.Weekday == weekday {
			list = append(list, fmt.Sprintf("%02d %d/%d", hour.Hour, hour.BookedMinutes(), hour.WorkingMinutes()))
		}
	}
	return strings.Join(list, ", ")
}

func TestUtilization(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.StaffWorkPlanReplaceInput{StaffID: ben, BranchID: mitte, Shifts: shifts(t, 1, "09:30-12:00", time.Wednesday), RotationWeeks: 1})
		// Ben has a haircut from 10:00 to 10:45 on the 25th.
		same(t, "one week", s.utilisation(t, time.Wednesday, "2026-11-25", "2026-11-25", ben), "09 0/30, 10 45/60, 11 0/60")
		same(t, "two weeks", s.utilisation(t, time.Wednesday, "2026-11-25", "2026-12-02", ben), "09 0/60, 10 45/120, 11 0/120")
		same(t, "another weekday", s.utilisation(t, time.Thursday, "2026-11-25", "2026-12-02", ben), "")

		// On the 30th the branch closes at twelve.
		s.do(t, salon.StaffShiftOverrideSetInput{StaffID: ben, BranchID: mitte, Date: date("2026-11-30"), Intervals: intervals("11:00-18:00")})
		same(t, "as long as the branch is open", s.utilisation(t, time.Monday, "2026-11-30", "2026-11-30", ben), "10 45/0, 11 0/60")
		same(t, "nobody", s.utilisation(t, time.Wednesday, "2026-11-25", "2026-11-25", "stf_nobody"), "")
	})
}
