package salon_test

import (
	"strings"
	"testing"

	"visavis/internal/civil"
	"visavis/internal/salon"
)

func hour(h int) civil.TimeOfDay { return civil.NewTimeOfDay(h, 0) }

func TestOpeningExceptions(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		thursday := date("2026-11-26")
		same(t, "as ever", s.starts(t, mitte, ben, "2026-11-26", "2026-11-26"),
			"Balayage 2026-11-26 09:00-15:30, Haarschnitt 2026-11-26 09:00-17:15")

		set := salon.BranchOpeningExceptionSetInput{BranchID: mitte, Date: thursday, Reason: new(" Wasserschaden ")}
		row, _, err := s.BranchOpeningExceptionSet(byOwner(t), set)
		check(t, err)
		same(t, "the reason", row.Reason, "Wasserschaden")
		same(t, "closed all day", s.starts(t, mitte, ben, "2026-11-26", "2026-11-26"), "")

		set.Intervals, set.Reason = intervals("10:00-11:00,16:00-24:00"), nil
		row, _, err = s.BranchOpeningExceptionSet(byOwner(t), set)
		check(t, err)
		same(t, "a reason that is not given", row.Reason, "Wasserschaden")
		set.Reason = new("")
		row, _, err = s.BranchOpeningExceptionSet(byOwner(t), set)
		check(t, err)
		same(t, "an empty reason", row.Reason, "")
		same(t, "open at other times", s.starts(t, mitte, ben, "2026-11-26", "2026-11-26"), "Haarschnitt 2026-11-26 10:00-17:15")
		listed, err := s.OpeningExceptionsOf(byOwner(t), []string{mitte, west}, civil.DateRange{First: thursday, Last: date("2026-11-30")})
		check(t, err)
		same(t, "of Mitte and West", []int{len(listed[mitte]), len(listed[west])}, []int{2, 0})
		same(t, "the first", listed[mitte][0].Intervals.String(), "10:00-11:00,16:00-24:00")

		s.do(t, salon.BranchOpeningExceptionRemoveInput{BranchID: mitte, Date: thursday})
		same(t, "as ever again", s.starts(t, mitte, ben, "2026-11-26", "2026-11-26"),
			"Balayage 2026-11-26 09:00-15:30, Haarschnitt 2026-11-26 09:00-17:15")
	})
}

func TestInvalidOpeningExceptions(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		set := salon.BranchOpeningExceptionSetInput{BranchID: mitte, Date: date("2026-11-30")}
		set.Intervals = []civil.Interval{{From: hour(9), To: hour(12)}, {From: hour(14), To: hour(14)}}
		s.refuses(t, set, "INTERVAL_EMPTY intervals.1.to")
		set.Intervals = []civil.Interval{{From: hour(9), To: hour(12)}, {From: hour(14), To: hour(15)}, {From: hour(11), To: hour(13)}}
		s.refuses(t, set, "INTERVALS_OVERLAP intervals.2.from")
		set.Intervals, set.Reason = nil, new(strings.Repeat("x", 201))
		s.refuses(t, set, "TOO_LONG reason")
		set.Intervals, set.Reason = make([]civil.Interval, 1001), nil
		s.refuses(t, set, "TOO_MANY intervals", "INTERVAL_EMPTY intervals.0.to")
	})
}
