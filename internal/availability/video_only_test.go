package availability_test

import (
	"slices"
	"testing"
	"time"

	. "visavis/internal/availability"
)

func TestVideoOnly(t *testing.T) {
	// mode covers the dates; an until of "" is open.
	mode := func(from, until string, staff ...string) func(*testing.T, *question) {
		return func(t *testing.T, q *question) {
			period := VideoOnly{From: date(t, from), Staff: staff}
			if until != "" {
				period.Until = datePointer(t, until)
			}
			q.branch.VideoOnly = append(q.branch.VideoOnly, period)
		}
	}
	and := func(changes ...func(*testing.T, *question)) func(*testing.T, *question) {
		return func(t *testing.T, q *question) {
			for _, change := range changes {
				change(t, q)
			}
		}
	}
	inSalon := func(_ *testing.T, q *question) { q.service.Video = false }
	closed := func(_ *testing.T, q *question) { q.branch.Hours = Week{} }
	threeDays := func(t *testing.T, q *question) {
		q.ask(t, sunday, tuesday)
		q.works(t, "09:00-10:00")
	}
	ownHours := func(text string) func(*testing.T, *question) {
		return func(t *testing.T, q *question) {
			week := everyDay(t, text)
			q.branch.VideoOnly[0].OwnHours = &week
		}
	}
	nightHours := func(duration time.Duration) func(*testing.T, *question) {
		return func(t *testing.T, q *question) {
			q.service.Duration = duration
			q.works(t, "00:00-24:00")
			q.branch.VideoOnly[0].OwnHours = &Week{
				time.Monday: hours(t, "22:00-24:00"), time.Tuesday: hours(t, "00:00-02:00"),
			}
		}
	}
	check(t, []situation{
		{"off", func(*testing.T, *question) {}, "09:00 10:00 11:00"},
		{"those who consult", mode(monday, monday, "anna", "bea"), "09:00 10:00 11:00"},
		{"those who do not", mode(monday, monday, "bea", "clara"), ""},
		{"nobody consults", mode(monday, monday), ""},
		{"nothing in the salon", and(inSalon, mode(monday, monday, "anna")), ""},
		{"the salon before and after", and(inSalon, threeDays, mode(monday, monday, "anna")), "2026-11-22: 09:00; 2026-11-24: 09:00"},
		{"opening hours do not count", and(closed, mode(monday, monday, "anna")), "09:00 10:00 11:00"},
		{"opening exceptions do not count", and(mode(monday, monday, "anna"), func(t *testing.T, q *question) {
			q.branch.Exceptions = []DayPlan{on(t, monday, "")}
		}), "09:00 10:00 11:00"},
		{"they count on other dates", and(closed, threeDays, mode(monday, monday, "anna")), "2026-11-23: 09:00"},
		{"until is the last date", and(closed, threeDays, mode(sunday, monday, "anna")), "2026-11-22: 09:00; 2026-11-23: 09:00"},
		{"until further notice", and(closed, threeDays, mode(monday, "", "anna")), "2026-11-23: 09:00; 2026-11-24: 09:00"},
		{"two periods", and(closed, threeDays, mode(sunday, sunday, "anna"), mode(tuesday, "", "anna")), "2026-11-22: 09:00; 2026-11-24: 09:00"},
		{"two periods that meet", and(closed, threeDays, mode(sunday, sunday, "anna"), mode(monday, "", "bea")), "2026-11-22: 09:00"},
		{"periods long over, and far ahead", and(closed, mode("2025-01-01", "2025-12-31", "anna"), mode("2027-01-01", "", "anna")), ""},
		{"a period around all dates", and(closed, threeDays, mode("2026-01-01", "2026-12-31", "anna")), "2026-11-22: 09:00; 2026-11-23: 09:00; 2026-11-24: 09:00"},
		{"the work plan stands", and(mode(monday, monday, "anna"), func(t *testing.T, q *question) {
			q.staff.Overrides = []DayPlan{on(t, monday, "")}
		}), ""},
		{"own hours replace the work plan", and(mode(monday, monday, "anna"), ownHours("18:00-20:00")), "18:00 19:00"},
		{"own hours replace overrides", and(mode(monday, monday, "anna"), ownHours("18:00-20:00"), func(t *testing.T, q *question) {
			q.staff.Overrides = []DayPlan{on(t, monday, "")}
		}), "18:00 19:00"},
		{"own hours, but closed", and(closed, mode(monday, monday, "anna"), ownHours("18:00-20:00")), "18:00 19:00"},
		{"no own hours at all", and(mode(monday, monday, "anna"), ownHours("")), ""},
		{"absences stand", and(mode(monday, monday, "anna"), ownHours("18:00-20:00"), func(t *testing.T, q *question) {
			q.staff.Person.Absences = []Span{span(t, "2026-11-23 18:00", "2026-11-23 19:00")}
		}), "19:00"},
		{"appointments stand", and(mode(monday, monday, "anna"), ownHours("18:00-20:00"), func(t *testing.T, q *question) {
			q.staff.Person.Busy = []Busy{{Span: span(t, "2026-11-23 18:00", "2026-11-23 19:00"), CleanUp: time.Minute}}
		}), ""},
		{"the date of the start decides: own hours to the end", and(mode(monday, monday, "anna"), nightHours(3*time.Hour)), "22:00 23:00"},
		{"the date of the start decides: not before it", and(mode(tuesday, "", "anna"), nightHours(time.Hour), closed), ""},
		{"the date of the start decides: nor the mode of tomorrow", and(mode(tuesday, "", "bea"), func(t *testing.T, q *question) {
			q.works(t, "00:00-24:00")
			q.branch.Rules.StartInterval = 12 * time.Hour
			q.service.Duration = 24 * time.Hour
		}), "00:00 12:00"},
	})
}

func TestVideoOnlyObstacles(t *testing.T) {
	for _, test := range []struct {
		name      string
		inSalon   bool
		staff     []string
		obstacles []Obstacle
	}{
		{"consults", false, []string{"anna"}, nil},
		{"does not consult", false, []string{"bea"}, []Obstacle{DoesNotConsult}},
		{"in the salon", true, []string{"anna"}, []Obstacle{VideoOnlyMode}},
		{"in the salon, by one who does not consult", true, []string{"bea"}, []Obstacle{VideoOnlyMode}},
	} {
		t.Run(test.name, func(t *testing.T) {
			q := anna(t)
			q.service.Video = !test.inSalon
			q.branch.VideoOnly = []VideoOnly{{From: date(t, monday), Staff: test.staff}}
			if got := q.obstacles(berlin(t, "2026-11-23 09:00")); !slices.Equal(got, test.obstacles) {
				t.Errorf("%v, want %v", got, test.obstacles)
			}
		})
	}
}
