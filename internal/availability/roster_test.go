package availability_test

import (
	"testing"
	"time"

	. "visavis/internal/availability"
	"visavis/internal/civil"
)

func TestRoster(t *testing.T) {
	check(t, []situation{
		{"nine to twelve", func(*testing.T, *question) {}, "09:00 10:00 11:00"},
		{"no plan", func(_ *testing.T, q *question) { q.staff.Plans = nil }, ""},
		{"a plan without shifts", func(t *testing.T, q *question) { q.works(t, "") }, ""},
		{"the consultation must end with the shift", func(_ *testing.T, q *question) {
			q.service.Duration = time.Hour + time.Minute
		}, "09:00 10:00"},
		{"a shift just long enough", func(_ *testing.T, q *question) { q.service.Duration = 3 * time.Hour }, "09:00"},
		{"two shifts that meet", func(t *testing.T, q *question) { q.works(t, "09:00-10:30,10:30-12:00") }, "09:00 10:00 11:00"},
		{"a pause of a minute", func(t *testing.T, q *question) { q.works(t, "09:00-10:30,10:31-12:00") }, "09:00 11:00"},
		{"Tuesdays only", func(t *testing.T, q *question) {
			q.staff.Plans = []WorkPlan{{Weeks: []Week{{time.Tuesday: hours(t, "09:00-12:00")}}}}
		}, ""},
		{"until midnight", func(t *testing.T, q *question) { q.works(t, "22:00-24:00") }, "22:00 23:00"},
		{"a night in two shifts", func(t *testing.T, q *question) {
			q.ask(t, monday, tuesday)
			q.service.Duration = 2 * time.Hour
			q.staff.Plans = []WorkPlan{{Weeks: []Week{{
				time.Monday: hours(t, "22:00-24:00"), time.Tuesday: hours(t, "00:00-02:00"),
			}}}}
		}, "2026-11-23: 22:00 23:00; 2026-11-24: 00:00"},
		{"clean-up runs past the shift", func(_ *testing.T, q *question) { q.service.CleanUp = 2 * time.Hour }, "09:00 10:00 11:00"},
		{"an override replaces the whole day", func(t *testing.T, q *question) {
			q.staff.Overrides = []DayPlan{on(t, monday, "14:00-15:00")}
		}, "14:00"},
		{"an override with none", func(t *testing.T, q *question) {
			q.staff.Overrides = []DayPlan{on(t, monday, "")}
		}, ""},
		{"overrides of other days", func(t *testing.T, q *question) {
			q.staff.Overrides = []DayPlan{on(t, sunday, ""), on(t, tuesday, "")}
		}, "09:00 10:00 11:00"},
		{"an override without a plan", func(t *testing.T, q *question) {
			q.staff.Plans = nil
			q.staff.Overrides = []DayPlan{on(t, monday, "14:00-15:00")}
		}, "14:00"},
		{"an override of the day after", func(t *testing.T, q *question) {
			q.works(t, "00:00-24:00")
			q.staff.Overrides = []DayPlan{on(t, tuesday, "")}
			q.service.Duration = 23 * time.Hour
		}, "00:00 01:00"},
	})
}

func TestWorkPlanValidity(t *testing.T) {
	early, late := []Week{everyDay(t, "07:00-08:00")}, []Week{everyDay(t, "20:00-21:00")}
	for _, test := range []struct {
		name    string
		plans   []WorkPlan
		offered string
	}{
		{"open at both ends", []WorkPlan{{Weeks: early}}, "2026-11-22: 07:00; 2026-11-23: 07:00; 2026-11-24: 07:00"},
		{"from its first date", []WorkPlan{{From: datePointer(t, monday), Weeks: early}}, "2026-11-23: 07:00; 2026-11-24: 07:00"},
		{"until its last date", []WorkPlan{{Until: datePointer(t, monday), Weeks: early}}, "2026-11-22: 07:00; 2026-11-23: 07:00"},
		{"one date", []WorkPlan{{From: datePointer(t, monday), Until: datePointer(t, monday), Weeks: early}}, "2026-11-23: 07:00"},
		{"one after the other", []WorkPlan{
			{Until: datePointer(t, sunday), Weeks: early}, {From: datePointer(t, tuesday), Weeks: late},
		}, "2026-11-22: 07:00; 2026-11-24: 20:00"},
		{"before it begins", []WorkPlan{{From: datePointer(t, "2026-11-25"), Weeks: early}}, ""},
		{"after it ends", []WorkPlan{{Until: datePointer(t, "2026-11-21"), Weeks: early}}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			q := anna(t)
			q.ask(t, sunday, tuesday)
			q.staff.Plans = test.plans
			if got := q.offered(); got != test.offered {
				t.Errorf("offered %q, want %q", got, test.offered)
			}
		})
	}
}

// TestRotation asks about Sundays and the Mondays after them. Anna works an hour a day, at 1
// in the first week of her rotation, at 2 in the second, and so on.
func TestRotation(t *testing.T) {
	weeks := []Week{everyDay(t, "01:00-02:00"), everyDay(t, "02:00-03:00"), everyDay(t, "03:00-04:00")}
	days := []string{sunday, monday, "2026-11-29", "2026-11-30", "2026-12-06", "2026-12-07", "2026-12-13"}
	for _, test := range []struct {
		name  string
		weeks int
		start string
		hours [7]int // of the days above
	}{
		{"one week", 1, monday, [7]int{1, 1, 1, 1, 1, 1, 1}},
		{"two weeks from this Monday", 2, monday, [7]int{2, 1, 1, 2, 2, 1, 1}},
		{"two weeks from this Wednesday", 2, "2026-11-25", [7]int{2, 1, 1, 2, 2, 1, 1}},
		{"two weeks from last Sunday", 2, sunday, [7]int{1, 2, 2, 1, 1, 2, 2}},
		{"three weeks from this Monday", 3, monday, [7]int{3, 1, 1, 2, 2, 3, 3}},
		{"three weeks from the Sunday to come", 3, "2026-11-29", [7]int{3, 1, 1, 2, 2, 3, 3}},
		{"three weeks, begun years ago", 3, "2020-01-01", [7]int{3, 1, 1, 2, 2, 3, 3}},
		{"three weeks, to begin in a month", 3, "2026-12-21", [7]int{2, 3, 3, 1, 1, 2, 2}},
		{"three weeks, to begin in years", 3, "2031-01-01", [7]int{2, 3, 3, 1, 1, 2, 2}},
		{"two weeks, begun before 1970", 2, "1969-12-31", [7]int{1, 2, 2, 1, 1, 2, 2}},
	} {
		t.Run(test.name, func(t *testing.T) {
			q := anna(t)
			q.staff.Plans = []WorkPlan{{Start: date(t, test.start), Weeks: weeks[:test.weeks]}}
			for i, day := range days {
				q.ask(t, day, day)
				want := civil.NewTimeOfDay(test.hours[i], 0).String()
				if got := q.offered(); got != want {
					t.Errorf("%s: offered %q, want %q", day, got, want)
				}
			}
		})
	}
}

func TestRosteredSpans(t *testing.T) {
	q := anna(t)
	q.works(t, "09:00-12:00,22:00-24:00")
	q.staff.Overrides = []DayPlan{on(t, tuesday, "00:00-02:00")}
	q.branch.Hours = Week{}
	evenings := everyDay(t, "20:00-21:00")
	dates := civil.DateRange{First: date(t, monday), Last: date(t, tuesday)}
	const planned = "Mon 09:00 to Mon 12:00; Mon 22:00 to Tue 02:00"
	for mode, want := range map[*VideoOnly]string{
		nil:                   planned,
		{}:                    planned,
		{OwnHours: &evenings}: "Mon 20:00 to Mon 21:00; Tue 20:00 to Tue 21:00",
	} {
		if got := describe(t, RosteredSpans(q.branch, q.staff, mode, dates)); got != want {
			t.Errorf("in mode %v rostered %s, want %s", mode, got, want)
		}
	}
}
