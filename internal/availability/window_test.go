package availability_test

import (
	"math"
	"slices"
	"testing"
	"time"

	. "visavis/internal/availability"
	"visavis/internal/civil"
)

func TestLeadTime(t *testing.T) {
	for _, test := range []struct {
		name    string
		now     string
		seconds civil.Instant // past the minute
		lead    time.Duration
		offered string
	}{
		{"days ahead", "2026-11-20 09:00", 0, time.Hour, "09:00 10:00 11:00"},
		{"exactly the lead time ahead", "2026-11-23 09:00", 0, time.Hour, "10:00 11:00"},
		{"a second late", "2026-11-23 09:00", 1, time.Hour, "11:00"},
		{"a second early", "2026-11-23 08:59", 59, time.Hour, "10:00 11:00"},
		{"no lead time", "2026-11-23 10:00", 0, 0, "10:00 11:00"},
		{"no lead time, a second late", "2026-11-23 10:00", 1, 0, "11:00"},
		{"after the day", "2026-11-23 11:01", 0, 0, ""},
		{"over midnight", "2026-11-22 23:00", 0, 11 * time.Hour, "10:00 11:00"},
		{"two days", "2026-11-21 11:00", 0, 48 * time.Hour, "11:00"},
		{"the longest there is", "2026-11-20 09:00", 0, math.MaxInt64, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			q := anna(t)
			q.now = berlin(t, test.now) + test.seconds
			q.branch.Rules.LeadTime = test.lead
			if got := q.offered(); got != test.offered {
				t.Errorf("offered %q, want %q", got, test.offered)
			}
			if at, differs := q.contradiction(time.Hour); differs {
				t.Errorf("Starts and Obstacles differ at %v", at)
			}
		})
	}
}

func TestHorizon(t *testing.T) {
	const allDays = "2026-11-22: 11:00; 2026-11-23: 11:00; 2026-11-24: 11:00"
	for _, test := range []struct {
		name    string
		now     string
		horizon int
		offered string
	}{
		{"today only", "2026-11-22 09:00", 0, "2026-11-22: 11:00"},
		{"tomorrow, too", "2026-11-22 09:00", 1, "2026-11-22: 11:00; 2026-11-23: 11:00"},
		{"by the date, not the hour: late in the evening", "2026-11-22 23:59", 1, "2026-11-23: 11:00"},
		{"by the date, not the hour: a minute later", "2026-11-23 00:00", 1, "2026-11-23: 11:00; 2026-11-24: 11:00"},
		{"by the date in Berlin, not in London", "2026-11-21 00:30", 2, "2026-11-22: 11:00; 2026-11-23: 11:00"},
		{"nothing that near", "2026-11-01 09:00", 20, ""},
		{"the longest there is", "2026-11-20 09:00", math.MaxInt, allDays},
		{"the longest that is stored", "2026-11-20 09:00", math.MaxInt32, allDays},
	} {
		t.Run(test.name, func(t *testing.T) {
			q := anna(t)
			q.ask(t, sunday, tuesday)
			q.works(t, "11:00-12:00")
			q.now = berlin(t, test.now)
			q.branch.Rules.HorizonDays = test.horizon
			if got := q.offered(); got != test.offered {
				t.Errorf("offered %q, want %q", got, test.offered)
			}
			if at, differs := q.contradiction(time.Hour); differs {
				t.Errorf("Starts and Obstacles differ at %v", at)
			}
		})
	}
}

func TestStartInterval(t *testing.T) {
	interval := func(minutes time.Duration, shifts string) func(*testing.T, *question) {
		return func(t *testing.T, q *question) {
			q.works(t, shifts)
			q.branch.Rules.StartInterval = minutes * time.Minute
		}
	}
	check(t, []situation{
		{"on the hour", interval(60, "09:00-12:00"), "09:00 10:00 11:00"},
		{"every quarter", interval(15, "09:00-10:30"), "09:00 09:15 09:30"},
		{"from midnight, not from the shift", interval(15, "09:05-10:30"), "09:15 09:30"},
		{"no start fits", interval(60, "09:05-10:55"), ""},
		{"every 40 minutes", interval(40, "09:00-12:00"), "09:20 10:00 10:40"},
		{"7 minutes begin anew at midnight", interval(7, "00:00-01:15"), "00:00 00:07 00:14"},
		{"once a day", interval(24*60, "00:00-24:00"), "00:00"},
		{"not even once a day", interval(48*60, "00:00-24:00"), "00:00"},
	})
}

func TestWindowObstacles(t *testing.T) {
	for _, test := range []struct {
		at        string
		obstacles []Obstacle
	}{
		{"2026-11-23 09:00", nil},
		{"2026-11-23 09:30", []Obstacle{OffInterval}},
		{"2026-11-20 09:30", []Obstacle{TooSoon, OffInterval}},
		{"2026-11-20 10:00", nil},
		{"2027-02-18 10:00", nil},
		{"2027-02-19 10:00", []Obstacle{BeyondHorizon}},
		{"2027-02-19 10:01", []Obstacle{BeyondHorizon, OffInterval}},
	} {
		q := anna(t)
		q.branch.Rules.LeadTime = time.Hour
		if got := q.obstacles(berlin(t, test.at)); !slices.Equal(got, test.obstacles) {
			t.Errorf("%s: %v, want %v", test.at, got, test.obstacles)
		}
	}
}
