package schedule_test

import (
	"testing"

	"visavis/internal/civil"
	"visavis/internal/problem"
	"visavis/internal/schedule"
)

func TestAQueryCoversAtMost92Days(t *testing.T) {
	first := november(23)
	for _, test := range []struct {
		name string
		last civil.Date
		want problem.Code // empty: allowed
	}{
		{"no day", first - 1, problem.RangeReversed},
		{"one day", first, ""},
		{"92 days", first.AddDays(91), ""},
		{"93 days", first.AddDays(92), problem.RangeTooLong},
		{"all days", civil.LastDate, problem.RangeTooLong},
	} {
		var got problem.Code
		for _, p := range problem.Of(schedule.CheckDates(civil.DateRange{First: first, Last: test.last}, schedule.MaxDays)) {
			got = p.Code
		}
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
