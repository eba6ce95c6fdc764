package availability_test

import (
	"testing"
	"time"

	. "visavis/internal/availability"
)

func TestOccupied(t *testing.T) {
	busy := func(start, end string, cleanUp time.Duration) func(*testing.T, *question) {
		return func(t *testing.T, q *question) {
			appointment := Busy{Span: span(t, monday+" "+start, monday+" "+end), CleanUp: cleanUp}
			q.staff.Person.Busy = append(q.staff.Person.Busy, appointment)
		}
	}
	both := func(first, second func(*testing.T, *question)) func(*testing.T, *question) {
		return func(t *testing.T, q *question) {
			first(t, q)
			second(t, q)
		}
	}
	cleanUp := func(_ *testing.T, q *question) { q.service.CleanUp = 15 * time.Minute }
	everyQuarter := func(_ *testing.T, q *question) {
		q.branch.Rules.StartInterval = 15 * time.Minute
		q.service.Duration = 30 * time.Minute
	}
	check(t, []situation{
		{"nothing booked", func(*testing.T, *question) {}, "09:00 10:00 11:00"},
		{"one appointment", busy("10:00", "11:00", 0), "09:00 11:00"},
		{"appointments that meet", both(busy("09:00", "10:00", 0), busy("10:00", "11:00", 0)), "11:00"},
		{"a minute too long", busy("10:00", "11:01", 0), "09:00"},
		{"a minute too early", busy("09:59", "11:00", 0), "11:00"},
		{"within a consultation", busy("10:20", "10:30", 0), "09:00 11:00"},
		{"around the day", busy("00:00", "23:59", 0), ""},
		{"the earlier appointment keeps its clean-up", busy("09:00", "10:00", 15*time.Minute), "11:00"},
		{"a clean-up that ends in time", busy("09:00", "09:45", 15*time.Minute), "10:00 11:00"},
		{"a clean-up from before the shift", busy("08:00", "08:50", 15*time.Minute), "10:00 11:00"},
		{"the consultation keeps its own clean-up before the later", both(cleanUp, busy("11:00", "12:00", 0)), "09:00"},
		{"its own clean-up ends in time", both(cleanUp, busy("11:15", "12:00", 0)), "09:00 10:00"},
		{"the later one's clean-up does not reach back", busy("11:00", "12:00", time.Hour), "09:00 10:00"},
		{"its own clean-up does not reach back", both(cleanUp, busy("09:00", "10:00", 0)), "10:00 11:00"},
		{"clean-up on both sides", both(both(cleanUp, everyQuarter), busy("10:00", "10:30", 30*time.Minute)),
			"09:00 09:15 11:00 11:15 11:30"},
		{"without any", both(everyQuarter, busy("10:00", "10:30", 0)),
			"09:00 09:15 09:30 10:30 10:45 11:00 11:15 11:30"},
		{"a long one around a short one", both(busy("09:00", "11:00", 0), busy("09:15", "09:30", 0)), "11:00"},
		{"a long clean-up around a later appointment", both(busy("08:00", "08:30", 150*time.Minute), busy("09:00", "09:15", 0)), "11:00"},
	})
}

// What occupies one profile occupies the person, and so every other profile.
func TestOccupiedPerson(t *testing.T) {
	person := &Person{Busy: []Busy{{Span: span(t, "2026-11-23 10:00", "2026-11-23 11:00")}}}
	normal, video := anna(t), anna(t)
	normal.staff.Person, video.staff.Person = person, person
	video.staff.ID = "video-anna"
	for _, q := range []*question{normal, video} {
		if got := q.offered(); got != "09:00 11:00" {
			t.Errorf("%s: offered %q", q.staff.ID, got)
		}
	}
}

func TestOccupiedOverMidnight(t *testing.T) {
	q := anna(t)
	q.works(t, "00:00-24:00")
	q.branch.Rules.StartInterval = 6 * time.Hour
	q.staff.Person.Busy = []Busy{{Span: span(t, "2026-11-22 23:00", "2026-11-23 00:00"), CleanUp: time.Minute}}
	if got := q.offered(); got != "06:00 12:00 18:00" {
		t.Errorf("offered %q", got)
	}
}
