package availability_test

import (
	"slices"
	"testing"
	"time"

	. "visavis/internal/availability"
)

// TestObstacles breaks every rule that can be broken at once.
func TestObstacles(t *testing.T) {
	q := anna(t)
	*q.staff = Staff{
		ID: "anna", Archived: true,
		Person: &Person{
			Absences: []Span{span(t, "2026-11-20 00:00", "2026-11-21 00:00")},
			Busy:     []Busy{{Span: span(t, "2026-11-20 08:00", "2026-11-20 09:00")}},
		},
	}
	q.service.Archived, q.service.Online = true, false
	q.branch.Hours = Week{}
	q.branch.Rules.HorizonDays = -1
	at := berlin(t, "2026-11-20 08:30")
	want := []Obstacle{
		StaffArchived, StaffOffline, NotInBranch, NotCompetent, ServiceArchived, ServiceOffline, NoVideoLink,
		BranchClosed, NotRostered, Absent, Occupied, TooSoon, BeyondHorizon, OffInterval,
	}
	if got := q.obstacles(at); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}

	q.branch.VideoOnly = []VideoOnly{{From: date(t, "2026-11-20")}}
	want = slices.DeleteFunc(want, func(o Obstacle) bool { return o == BranchClosed })
	if got := q.obstacles(at); !slices.Equal(got, append(want, DoesNotConsult)) {
		t.Errorf("in video-only mode %v, want %v and %v", got, want, DoesNotConsult)
	}
}

func TestObstacleRule(t *testing.T) {
	for rule, obstacles := range [][]Obstacle{
		{"", "NONSENSE"},
		{StaffArchived, StaffOffline, NotInBranch, NotCompetent, ServiceArchived, ServiceOffline, NoVideoLink},
		{BranchClosed},
		{NotRostered},
		{Absent},
		{Occupied},
		{TooSoon, BeyondHorizon, OffInterval},
		{VideoOnlyMode, DoesNotConsult},
	} {
		for _, obstacle := range obstacles {
			if got := obstacle.Rule(); got != rule {
				t.Errorf("%q breaks rule %d, want %d", obstacle, got, rule)
			}
		}
	}
}

func TestObstaclesOfASecond(t *testing.T) {
	q := anna(t)
	q.branch.Rules.StartInterval = time.Minute
	if got := q.obstacles(berlin(t, "2026-11-23 09:00") + 1); !slices.Equal(got, []Obstacle{OffInterval}) {
		t.Error(got)
	}
}
