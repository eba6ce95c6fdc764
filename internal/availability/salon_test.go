package availability_test

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	. "visavis/internal/availability"
	"visavis/internal/civil"
)

// question is what Starts and Obstacles are asked.
type question struct {
	branch  *Branch
	staff   *Staff
	service *Service
	dates   civil.DateRange
	now     civil.Instant
}

func (q question) starts() []Day {
	return NewSearch(q.branch, q.dates, q.now).Starts(q.staff, q.service)
}

func (q question) obstacles(at civil.Instant) []Obstacle {
	return Obstacles(q.branch, q.staff, q.service, at, q.now)
}

const (
	monday  = "2026-11-23"
	tuesday = "2026-11-24"
	sunday  = "2026-11-22"
)

// anna asks when one can book Anna for an hour by video on a Monday. The salon in
// Berlin is always open and starts on the hour; she works from 09:00 to 12:00.
func anna(t testing.TB) *question {
	t.Helper()
	return &question{
		branch: &Branch{
			Zone:  zone(t, "Europe/Berlin"),
			Rules: Rules{StartInterval: time.Hour, HorizonDays: 90},
			Hours: everyDay(t, "00:00-24:00"),
		},
		staff: &Staff{
			ID: "anna", Online: true, Active: true, VideoLink: true,
			Person:     &Person{},
			Competence: map[string]bool{"consultation": true},
			Plans:      []WorkPlan{{Weeks: []Week{everyDay(t, "09:00-12:00")}}},
		},
		service: &Service{ID: "consultation", Video: true, Online: true, Duration: time.Hour},
		dates:   civil.DateRange{First: date(t, monday), Last: date(t, monday)},
		now:     berlin(t, "2026-11-20 09:00"),
	}
}

// works sets the same shifts on every day.
func (q *question) works(t testing.TB, shifts string) {
	t.Helper()
	q.staff.Plans = []WorkPlan{{Weeks: []Week{everyDay(t, shifts)}}}
}

// ask sets the dates asked about.
func (q *question) ask(t testing.TB, first, last string) {
	t.Helper()
	q.dates = civil.DateRange{First: date(t, first), Last: date(t, last)}
}

// offered returns the starts as text: the times of a single day, else each day with its times.
func (q *question) offered() string {
	var days []string
	for _, day := range q.starts() {
		var times []string
		if q.dates.Days() > 1 {
			times = append(times, day.Date.String()+":")
		}
		for _, start := range day.Starts {
			times = append(times, q.branch.Zone.Local(start).Format("15:04"))
		}
		days = append(days, strings.Join(times, " "))
	}
	return strings.Join(days, "; ")
}

// A situation changes Anna's Monday; offered is what is left of it.
type situation struct {
	name    string
	change  func(*testing.T, *question)
	offered string
}

// check asks for the starts in every situation, and holds each hour of the
// Monday against Obstacles: of those not offered, some rule must say why.
func check(t *testing.T, situations []situation) {
	t.Helper()
	for _, s := range situations {
		t.Run(s.name, func(t *testing.T) {
			q := anna(t)
			s.change(t, q)
			if got := q.offered(); got != s.offered {
				t.Errorf("offered %q, want %q", got, s.offered)
			}
			if at, differs := q.contradiction(15 * time.Minute); differs {
				t.Errorf("Starts and Obstacles differ at %v: %v", q.branch.Zone.Local(at), q.obstacles(at))
			}
		})
	}
}

// contradiction returns an instant at which Starts and Obstacles disagree, among those at every step of the dates.
func (q *question) contradiction(step time.Duration) (civil.Instant, bool) {
	offered := map[civil.Instant]bool{}
	for _, day := range q.starts() {
		for _, start := range day.Starts {
			offered[start] = true
		}
	}
	end := civil.Instant(q.dates.Last.AddDays(2).Midnight())
	for at := civil.Instant(q.dates.First.AddDays(-1).Midnight()); at < end; at = at.Add(step) {
		if !q.dates.Contains(q.branch.Zone.Date(at)) {
			continue
		}
		if offered[at] != (len(q.obstacles(at)) == 0) {
			return at, true
		}
	}
	return 0, false
}

func zone(t testing.TB, name string) civil.Zone {
	t.Helper()
	zone, err := civil.LoadZone(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func date(t testing.TB, text string) civil.Date {
	t.Helper()
	date, err := civil.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return date
}

func datePointer(t testing.TB, text string) *civil.Date {
	t.Helper()
	date := date(t, text)
	return &date
}

// local reads a time of the zone such as 2026-11-23 09:00.
func local(t testing.TB, zone civil.Zone, text string) civil.Instant {
	t.Helper()
	location, err := time.LoadLocation(zone.String())
	if err != nil {
		t.Fatal(err)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", text, location)
	if err != nil {
		t.Fatal(err)
	}
	return civil.InstantOf(at)
}

func berlin(t testing.TB, text string) civil.Instant {
	t.Helper()
	return local(t, zone(t, "Europe/Berlin"), text)
}

// span reads two times in Berlin.
func span(t testing.TB, start, end string) Span {
	t.Helper()
	return Span{Start: berlin(t, start), End: berlin(t, end)}
}

func hours(t testing.TB, text string) civil.Intervals {
	t.Helper()
	intervals, err := civil.ParseIntervals(text)
	if err != nil {
		t.Fatal(err)
	}
	return intervals
}

func everyDay(t testing.TB, text string) Week {
	t.Helper()
	var week Week
	for day := range week {
		week[day] = hours(t, text)
	}
	return week
}

// on replaces the plan of one date.
func on(t testing.TB, day, text string) DayPlan {
	t.Helper()
	return DayPlan{Date: date(t, day), Intervals: hours(t, text)}
}

// describe writes spans by the clock in Berlin.
func describe(t testing.TB, spans []Span) string {
	t.Helper()
	berlin := zone(t, "Europe/Berlin")
	var list []string
	for _, span := range spans {
		list = append(list, berlin.Local(span.Start).Format("Mon 15:04")+" to "+berlin.Local(span.End).Format("Mon 15:04"))
	}
	return strings.Join(list, "; ")
}
