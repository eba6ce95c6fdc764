package availability_test

import (
	"slices"
	"testing"
	"time"

	. "visavis/internal/availability"
	"visavis/internal/civil"
)

func TestStarts(t *testing.T) {
	for _, test := range []struct {
		name        string
		first, last string
		offered     string
	}{
		{"one date", monday, monday, "09:00 10:00 11:00"},
		{"two dates", monday, tuesday, "2026-11-23: 09:00 10:00 11:00; 2026-11-24: 09:00 10:00 11:00"},
		{"dates without any are left out", sunday, tuesday, "2026-11-23: 09:00 10:00 11:00; 2026-11-24: 09:00 10:00 11:00"},
		{"no dates", tuesday, monday, ""},
		{"a date of the past", "2020-01-01", "2020-01-01", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			q := anna(t)
			q.ask(t, test.first, test.last)
			q.staff.Overrides = []DayPlan{on(t, sunday, "")}
			if got := q.offered(); got != test.offered {
				t.Errorf("offered %q, want %q", got, test.offered)
			}
		})
	}
}

// What one asks for first must not matter: a date on its own has the same
// starts as among others.
func TestStartsOfEachDate(t *testing.T) {
	q := anna(t)
	q.works(t, "00:00-05:00,20:00-24:00")
	q.service.Duration = 8 * time.Hour
	q.branch.VideoOnly = []VideoOnly{{From: date(t, tuesday), Until: datePointer(t, tuesday), Staff: []string{"anna"}}}
	q.ask(t, "2026-11-21", "2026-12-05")
	together := q.starts()
	var apart []Day
	for date := q.dates.First; date <= q.dates.Last; date++ {
		alone := *q
		alone.dates = civil.DateRange{First: date, Last: date}
		apart = append(apart, alone.starts()...)
	}
	same := func(a, b Day) bool { return a.Date == b.Date && slices.Equal(a.Starts, b.Starts) }
	if !slices.EqualFunc(together, apart, same) {
		t.Errorf("together %v, apart %v", together, apart)
	}
	if len(together) == 0 {
		t.Error("nothing is offered")
	}
}

// The answer is the caller's: neither appending to one day nor asking again
// may change another.
func TestStartsBelongToTheCaller(t *testing.T) {
	q := anna(t)
	q.ask(t, monday, tuesday)
	days := q.starts()
	second := slices.Clone(days[1].Starts)
	_ = append(days[0].Starts, 0)
	q.works(t, "13:00-18:00")
	q.starts()
	if !slices.Equal(days[1].Starts, second) {
		t.Errorf("the second day became %v", days[1].Starts)
	}
}
