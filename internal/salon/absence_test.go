package salon_test

import (
	"strings"
	"testing"

	"visavis/ent/absence"
	"visavis/internal/salon"
)

func TestAPersonIsAbsentUnderEveryProfileAndInEveryBranch(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		twin, err := s.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: anna})
		check(t, err)
		s.do(t, salon.StaffShiftOverrideSetInput{StaffID: twin.ID, BranchID: mitte, Date: date("2026-11-26"), Intervals: intervals("09:00-10:00")})

		days, _, err := s.StaffAbsenceAdd(byOwner(t), salon.StaffAbsenceAddInput{
			StaffID: anna, Kind: absence.KindHOLIDAY, Note: new(" Nordsee "), Days: &salon.DaysInput{First: date("2026-11-26"), Last: date("2026-11-27")},
		})
		check(t, err)
		same(t, "the note", days.Note, "Nordsee")
		same(t, "in Mitte", s.starts(t, mitte, anna, "2026-11-26", "2026-11-26"), "")
		same(t, "in West", s.starts(t, west, anna, "2026-11-27", "2026-11-27"), "")
		same(t, "her other profile", s.starts(t, mitte, twin.ID, "2026-11-26", "2026-11-26"), "")

		times, _, err := s.StaffAbsenceAdd(byOwner(t), salon.StaffAbsenceAddInput{
			StaffID: twin.ID, Kind: absence.KindBREAK,
			Times: &salon.TimesInput{Start: berlin("2026-11-24 10:00"), End: berlin("2026-11-24 16:00")},
		})
		check(t, err)
		same(t, "a break of the other profile", s.starts(t, mitte, anna, "2026-11-24", "2026-11-24"),
			"Haarschnitt 2026-11-24 09:00-16:15, Farbberatung 2026-11-24 09:00-16:30, Pflegeberatung 2026-11-24 09:00-16:30")
		same(t, "absences, in order", s.absences(t, anna), []string{times.ID, days.ID})

		removed, err := s.StaffAbsenceRemove(byOwner(t), salon.StaffAbsenceRemoveInput{ID: days.ID})
		check(t, err)
		same(t, "removed", removed, days.ID)
		same(t, "back in West", s.starts(t, west, anna, "2026-11-27", "2026-11-27") != "", true)
		s.refuses(t, salon.StaffAbsenceRemoveInput{ID: days.ID}, "NOT_FOUND id")
	})
}

func TestInvalidAbsences(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		days := &salon.DaysInput{First: date("2026-11-26"), Last: date("2026-11-26")}
		times := &salon.TimesInput{Start: s.now, End: s.now + 1}
		add := salon.StaffAbsenceAddInput{StaffID: anna, Kind: absence.KindSICK}
		s.refuses(t, add, "EXACTLY_ONE days")
		add.Days, add.Times = days, times
		s.refuses(t, add, "EXACTLY_ONE days")
		add.Days, add.Times = &salon.DaysInput{First: days.First, Last: days.First - 1}, nil
		s.refuses(t, add, "RANGE_REVERSED days.last")
		add.Days, add.Times = nil, &salon.TimesInput{Start: s.now, End: s.now}
		s.refuses(t, add, "RANGE_REVERSED times.end")
		add.Days, add.Times, add.Note = days, nil, new(strings.Repeat("x", 501))
		s.refuses(t, add, "TOO_LONG note")
	})
}
