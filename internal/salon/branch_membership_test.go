package salon_test

import (
	"testing"

	"visavis/internal/salon"
)

func TestTheBranchLibrarySaysWhoWorksWhere(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		const friday = "2026-11-27"
		const benOffers = "Balayage 2026-11-27 09:00-15:30, Haarschnitt 2026-11-27 09:00-17:15"
		same(t, "active in Mitte", s.starts(t, mitte, ben, friday, friday), benOffers)
		for range 2 {
			s.do(t, salon.StaffBranchSetInput{StaffID: ben, BranchID: mitte, Active: false})
			same(t, "no longer", s.starts(t, mitte, ben, friday, friday), "")
		}
		s.do(t, salon.StaffBranchSetInput{StaffID: ben, BranchID: mitte, Active: true})
		same(t, "again, with the plan of before", s.starts(t, mitte, ben, friday, friday), benOffers)

		s.do(t, salon.StaffBranchSetInput{StaffID: ben, BranchID: west, Active: true})
		same(t, "without a plan in West", s.starts(t, west, ben, friday, friday), "")
		s.do(t, salon.StaffShiftOverrideSetInput{StaffID: ben, BranchID: west, Date: date(friday), Intervals: intervals("09:00-10:00")})
		same(t, "with one", s.starts(t, west, ben, friday, friday), "Haarschnitt 2026-11-27 09:00-09:15")
	})
}
