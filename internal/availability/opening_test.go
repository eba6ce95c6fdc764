package availability_test

import (
	"testing"
	"time"

	. "visavis/internal/availability"
	"visavis/internal/civil"
)

func TestOpening(t *testing.T) {
	check(t, []situation{
		{"always open", func(*testing.T, *question) {}, "09:00 10:00 11:00"},
		{"opens after Anna comes", func(t *testing.T, q *question) {
			q.branch.Hours = everyDay(t, "10:00-20:00")
		}, "10:00 11:00"},
		{"closes before Anna goes", func(t *testing.T, q *question) {
			q.branch.Hours = everyDay(t, "08:00-11:30")
		}, "09:00 10:00"},
		{"a lunch break", func(t *testing.T, q *question) {
			q.branch.Hours = everyDay(t, "08:00-10:30,11:00-18:00")
		}, "09:00 11:00"},
		{"a break as long as nothing", func(t *testing.T, q *question) {
			q.branch.Hours = everyDay(t, "08:00-10:30,10:30-18:00")
		}, "09:00 10:00 11:00"},
		{"open on Sundays only", func(t *testing.T, q *question) {
			q.branch.Hours = Week{time.Sunday: hours(t, "00:00-24:00")}
		}, ""},
		{"each day has its own hours", func(t *testing.T, q *question) {
			q.ask(t, sunday, tuesday)
			q.branch.Hours = Week{time.Sunday: hours(t, "09:00-10:00"), time.Tuesday: hours(t, "11:00-12:00")}
		}, "2026-11-22: 09:00; 2026-11-24: 11:00"},
		{"an exception replaces the whole day", func(t *testing.T, q *question) {
			q.branch.Exceptions = []DayPlan{on(t, monday, "11:00-12:00")}
		}, "11:00"},
		{"an exception opens a day that is closed", func(t *testing.T, q *question) {
			q.branch.Hours = Week{}
			q.branch.Exceptions = []DayPlan{on(t, monday, "10:00-11:00")}
		}, "10:00"},
		{"an exception closes the day", func(t *testing.T, q *question) {
			q.branch.Exceptions = []DayPlan{on(t, monday, "")}
		}, ""},
		{"exceptions of other days", func(t *testing.T, q *question) {
			q.branch.Exceptions = []DayPlan{on(t, sunday, ""), on(t, tuesday, "")}
		}, "09:00 10:00 11:00"},
		{"open over midnight", func(t *testing.T, q *question) {
			q.works(t, "00:00-24:00")
			q.branch.Hours = Week{time.Monday: hours(t, "22:00-24:00"), time.Tuesday: hours(t, "00:00-00:30")}
			q.branch.Rules.StartInterval = 30 * time.Minute
		}, "22:00 22:30 23:00 23:30"},
		{"closed from midnight", func(t *testing.T, q *question) {
			q.works(t, "00:00-24:00")
			q.branch.Hours = everyDay(t, "22:00-24:00")
			q.branch.Rules.StartInterval = 30 * time.Minute
		}, "22:00 22:30 23:00"},
		{"an exception closes the morning after", func(t *testing.T, q *question) {
			q.works(t, "00:00-24:00")
			q.branch.Exceptions = []DayPlan{on(t, tuesday, "00:30-24:00")}
			q.service.Duration = 24 * time.Hour
		}, "00:00"},
	})
}

func TestOpenSpans(t *testing.T) {
	q := anna(t)
	q.branch.Hours = everyDay(t, "00:00-01:00,09:00-12:00,22:00-24:00")
	q.branch.Exceptions = []DayPlan{on(t, tuesday, "00:00-02:00")}
	q.branch.VideoOnly = []VideoOnly{{From: date(t, sunday)}}
	dates := civil.DateRange{First: date(t, monday), Last: date(t, tuesday)}
	for mode, want := range map[*VideoOnly]string{
		nil:                    "Mon 00:00 to Mon 01:00; Mon 09:00 to Mon 12:00; Mon 22:00 to Tue 02:00",
		&q.branch.VideoOnly[0]: "Mon 00:00 to Wed 00:00",
	} {
		if got := describe(t, OpenSpans(q.branch, mode, dates)); got != want {
			t.Errorf("in mode %v open %s, want %s", mode, got, want)
		}
	}
}
