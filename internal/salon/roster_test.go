package salon_test

import (
	"strings"
	"testing"

	"visavis/ent/absence"
	"visavis/internal/actor"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/salon"
)

// times writes spans as Berlin's clock shows them.
func times(t *testing.T, spans []availability.Span) string {
	t.Helper()
	var list []string
	for _, span := range spans {
		list = append(list, clockTime(t, span.Start)+"-"+clockTime(t, span.End))
	}
	return strings.Join(list, " ")
}

// roster returns by profile when it works on a date, and under "open" when the branch is open.
func (s *testSalon) roster(t *testing.T, branchID, day string) map[string]string {
	t.Helper()
	days, err := s.Roster(byOwner(t), branchID, civil.DateRange{First: date(day), Last: date(day)})
	check(t, err)
	same(t, "days", len(days), 1)
	works := map[string]string{"open": times(t, days[0].Open)}
	for _, one := range days[0].Staff {
		works[one.Profile.ID] = times(t, one.Working)
	}
	return works
}

func TestRoster(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		monday := s.roster(t, mitte, "2026-11-30")
		same(t, "an exception of the branch", monday["open"], "09:00-12:00")
		same(t, "Ben's override", monday[ben], "09:00-12:00")
		_, found := monday[david]
		same(t, "David, who is not active in Mitte", found, false)

		same(t, "Clara while she is well", s.roster(t, mitte, "2026-12-01")[clara] != "", true)
		same(t, "Clara while she is sick", s.roster(t, mitte, "2026-12-07")[clara], "")

		evening := s.roster(t, mitte, "2027-01-10")
		same(t, "the branch in video-only mode", evening["open"], "00:00-00:00")
		same(t, "Anna by the hours of video-only mode", evening[anna], "20:00-21:00")
		same(t, "Ben, who does not consult", evening[ben], "")
	})
}

func TestTheRosterShowsTheAbsencesOfEachDate(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.StaffAbsenceAddInput{
			StaffID: ben, Kind: absence.KindBREAK, Times: &salon.TimesInput{Start: berlin("2026-12-01 23:00"), End: berlin("2026-12-02 00:00")},
		})
		s.do(t, salon.StaffAbsenceAddInput{
			StaffID: ben, Kind: absence.KindTRAINING, Times: &salon.TimesInput{Start: berlin("2026-12-01 08:00"), End: berlin("2026-12-01 10:00")},
		})
		days, err := s.Roster(byOwner(t), mitte, civil.DateRange{First: date("2026-12-01"), Last: date("2026-12-02")})
		check(t, err)
		same(t, "in order", absencesIn(days[0], ben), []absence.Kind{absence.KindTRAINING, absence.KindBREAK})
		same(t, "on the next date", absencesIn(days[1], ben), nil)
		sick, err := s.Roster(byOwner(t), mitte, civil.DateRange{First: date("2026-12-07"), Last: date("2026-12-07")})
		check(t, err)
		same(t, "Clara, whole days", absencesIn(sick[0], clara), []absence.Kind{absence.KindSICK})
	})
}

// absencesIn returns the kinds of the absences of a profile on a day of the roster.
func absencesIn(day *salon.RosterDay, staffID string) (kinds []absence.Kind) {
	for _, one := range day.Staff {
		if one.Profile.ID == staffID {
			for _, row := range one.Absences {
				kinds = append(kinds, row.Kind)
			}
		}
	}
	return kinds
}

func TestADayOfTheRosterLastsAsLongAsTheClocksSay(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		days, err := s.Roster(byOwner(t), mitte, civil.DateRange{First: date("2027-03-27"), Last: date("2027-03-29")})
		check(t, err)
		var hours []float64
		for _, day := range days {
			hours = append(hours, day.End.Sub(day.Start).Hours())
		}
		same(t, "hours", hours, []float64{24, 23, 24})
	})
}

func TestMembersSeeOnlyTheirOwnRoster(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		ctx := actor.With(byOwner(t), actor.Actor{Role: actor.Member, StaffID: ben, PersonID: "prs_demo-ben"})
		days, err := s.Roster(ctx, mitte, civil.DateRange{First: date("2026-12-01"), Last: date("2026-12-01")})
		check(t, err)
		same(t, "profiles", len(days[0].Staff), 1)
		same(t, "profile", days[0].Staff[0].Profile.ID, ben)
	})
}

func TestInvalidRosterSearches(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct {
			branch, first, last, want string
		}{
			{mitte, "2026-12-02", "2026-12-01", "RANGE_REVERSED to"},
			{mitte, "2026-12-01", "2027-01-12", "RANGE_TOO_LONG to"},
			{anna, "2026-12-01", "2026-12-01", "ID_OF_ANOTHER_KIND branchId"},
			{"brn_nowhere", "2026-12-01", "2026-12-01", "NOT_FOUND branchId"},
		} {
			dates := civil.DateRange{First: date(test.first), Last: date(test.last)}
			_, err := s.Roster(byOwner(t), test.branch, dates)
			same(t, "roster", problemsOf(err), []string{test.want})
		}
		dates := civil.DateRange{First: date("2026-12-01"), Last: date("2026-12-01")}
		_, err := s.Utilization(byOwner(t), salon.UtilizationSearch{BranchID: mitte, Dates: dates, StaffIDs: []string{mitte}})
		same(t, "utilisation", problemsOf(err), []string{"ID_OF_ANOTHER_KIND staffIds.0"})
	})
}
