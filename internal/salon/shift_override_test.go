package salon_test

import (
	"testing"

	"visavis/internal/civil"
	"visavis/internal/salon"
)

func TestAShiftOverrideReplacesTheDay(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		const friday, asEver = "2026-11-27", "Balayage 2026-11-27 09:00-15:30, Haarschnitt 2026-11-27 09:00-17:15"
		set := salon.StaffShiftOverrideSetInput{StaffID: ben, BranchID: mitte, Date: date(friday)}
		same(t, "as planned", s.starts(t, mitte, ben, friday, friday), asEver)
		set.Intervals = intervals("11:00-12:00")
		s.do(t, set)
		same(t, "otherwise", s.starts(t, mitte, ben, friday, friday), "Haarschnitt 2026-11-27 11:00-11:15")
		set.Intervals = nil
		s.do(t, set)
		same(t, "off", s.starts(t, mitte, ben, friday, friday), "")
		s.do(t, salon.StaffShiftOverrideRemoveInput{StaffID: ben, BranchID: mitte, Date: date(friday)})
		same(t, "as planned again", s.starts(t, mitte, ben, friday, friday), asEver)

		set.Intervals = []civil.Interval{{From: hour(9), To: hour(8)}}
		s.refuses(t, set, "INTERVAL_EMPTY intervals.0.to")
		set.Intervals = []civil.Interval{{From: hour(9), To: hour(12)}, {From: hour(11), To: hour(13)}}
		s.refuses(t, set, "INTERVALS_OVERLAP intervals.1.from")
		set.Intervals = make([]civil.Interval, 1001)
		s.refuses(t, set, "TOO_MANY intervals", "INTERVAL_EMPTY intervals.0.to")
	})
}
