package salon_test

import (
	"testing"
	"time"

	"visavis/internal/salon"
)

func TestBranchOpeningHoursReplace(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.BranchOpeningHoursReplaceInput{
			BranchID: mitte,
			Hours: append(weekly(t, "00:00-24:00", time.Sunday),
				weekly(t, "12:00-15:00,09:00-12:00", time.Monday, time.Wednesday)...),
		})
		hours, err := s.OpeningHoursOf(byOwner(t), []string{mitte, west})
		check(t, err)
		var said []string
		for _, h := range hours[mitte] {
			said = append(said, h.Weekday.String()+" "+h.From.String()+"-"+h.To.String())
		}
		same(t, "Mitte", said, []string{
			"Monday 09:00-12:00", "Monday 12:00-15:00", "Wednesday 09:00-12:00", "Wednesday 12:00-15:00", "Sunday 00:00-24:00",
		})
		same(t, "West keeps its five days", len(hours[west]), 5)

		s.do(t, salon.BranchOpeningHoursReplaceInput{BranchID: mitte})
		hours, err = s.OpeningHoursOf(byOwner(t), []string{mitte})
		check(t, err)
		same(t, "closed all week", len(hours[mitte]), 0)
	})
}

func TestInvalidOpeningHours(t *testing.T) {
	at := func(weekday time.Weekday, from, to int) salon.WeeklyInterval {
		return salon.WeeklyInterval{Weekday: weekday, From: hour(from), To: hour(to)}
	}
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct {
			hours []salon.WeeklyInterval
			want  []string
		}{
			{[]salon.WeeklyInterval{at(time.Monday, 9, 12), at(time.Tuesday, 12, 9)}, []string{"INTERVAL_EMPTY hours.1.to"}},
			{[]salon.WeeklyInterval{at(time.Monday, 9, 9)}, []string{"INTERVAL_EMPTY hours.0.to"}},
			{
				[]salon.WeeklyInterval{at(time.Monday, 9, 12), at(time.Tuesday, 9, 12), at(time.Monday, 11, 15)},
				[]string{"INTERVALS_OVERLAP hours.2.from"},
			},
			{[]salon.WeeklyInterval{at(time.Monday, 11, 15), at(time.Monday, 9, 12)}, []string{"INTERVALS_OVERLAP hours.0.from"}},
			{[]salon.WeeklyInterval{at(time.Monday, 9, 12), at(time.Monday, 9, 12)}, []string{"INTERVALS_OVERLAP hours.1.from"}},
			{
				[]salon.WeeklyInterval{at(time.Monday, 12, 9), at(time.Sunday, 9, 12), at(time.Sunday, 10, 11)},
				[]string{"INTERVALS_OVERLAP hours.2.from", "INTERVAL_EMPTY hours.0.to"},
			},
			{make([]salon.WeeklyInterval, 1001), []string{"TOO_MANY hours", "INTERVAL_EMPTY hours.0.to"}},
		} {
			s.refuses(t, salon.BranchOpeningHoursReplaceInput{BranchID: mitte, Hours: test.hours}, test.want...)
		}
	})
}
