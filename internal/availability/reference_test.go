package availability_test

import (
	"slices"
	"testing"
	"time"

	. "visavis/internal/availability"
	"visavis/internal/civil"
)

// reference implements the rules in another way: without spans, minute by minute, by the wall clock.
type reference struct {
	question
	location *time.Location
	first    civil.Instant // the minute of the first reading
	readings []reading     // of every minute that can matter
	lastDate civil.Date    // of the horizon
}

// A reading is the date and time of the wall clock.
type reading struct {
	date    civil.Date
	weekday time.Weekday
	minute  int // since midnight
}

func newReference(t testing.TB, q question) *reference {
	t.Helper()
	location, err := time.LoadLocation(q.branch.Zone.String())
	if err != nil {
		t.Fatal(err)
	}
	twin := &reference{question: q, location: location, first: civil.Instant(q.dates.First.AddDays(-1).Midnight())}
	end := civil.Instant(q.dates.Last.AddDays(3).Midnight())
	twin.readings = make([]reading, 0, (end-twin.first)/60)
	for at := twin.first; at < end; at += 60 {
		local := twin.clock(at)
		hour, minute, _ := local.Clock()
		next := reading{minute: hour*60 + minute}
		if last := len(twin.readings) - 1; last >= 0 && twin.readings[last].minute+1 == next.minute {
			next.date, next.weekday = twin.readings[last].date, twin.readings[last].weekday // the clock runs on
		} else {
			next.date, next.weekday = dateOn(local), local.Weekday()
		}
		twin.readings = append(twin.readings, next)
	}
	twin.lastDate = dateOn(twin.clock(q.now)) + civil.Date(min(q.branch.Rules.HorizonDays, 1_000_000))
	return twin
}

func (w *reference) clock(at civil.Instant) time.Time { return time.Unix(int64(at), 0).In(w.location) }

func dateOn(local time.Time) civil.Date { return civil.NewDate(local.Date()) }

func (w *reference) read(at civil.Instant) reading { return w.readings[(at-w.first)/60] }

// breaks reports whether the start breaks the rule with the number.
func (w *reference) breaks(rule int, start civil.Instant) bool {
	switch rule {
	case 1:
		return w.staff.Archived || !w.staff.Online || !w.staff.Active || !w.staff.Competence[w.service.ID] ||
			w.service.Archived || !w.service.Online || w.service.Video && !w.staff.VideoLink
	case 2:
		return w.mode(start) == nil && !w.every(start, func(wall reading) bool {
			return inPlan(wall, w.branch.Exceptions, w.branch.Hours[wall.weekday])
		})
	case 3:
		mode := w.mode(start)
		return !w.every(start, func(wall reading) bool {
			if mode != nil && mode.OwnHours != nil {
				return within(wall, mode.OwnHours[wall.weekday])
			}
			return inPlan(wall, w.staff.Overrides, w.shifts(wall))
		})
	case 4:
		for minute := start; minute < start.Add(w.service.Duration); minute += 60 {
			for _, absence := range w.staff.Person.Absences {
				if absence.Start < minute+60 && minute < absence.End {
					return true
				}
			}
		}
		return false
	case 5:
		return w.occupied(start)
	case 6:
		return w.outside(start)
	default:
		mode := w.mode(start)
		return mode != nil && (!w.service.Video || !slices.Contains(mode.Staff, w.staff.ID))
	}
}

func (w *reference) offers(start civil.Instant) bool {
	for _, rule := range []int{1, 6, 7, 4, 5, 2, 3} { // the quick ones first
		if w.breaks(rule, start) {
			return false
		}
	}
	return true
}

func (w *reference) every(start civil.Instant, good func(reading) bool) bool {
	for minute := start; minute < start.Add(w.service.Duration); minute += 60 {
		if !good(w.read(minute)) {
			return false
		}
	}
	return true
}

func within(wall reading, intervals civil.Intervals) bool {
	for _, interval := range intervals {
		if int(interval.From) <= wall.minute && wall.minute < int(interval.To) {
			return true
		}
	}
	return false
}

func inPlan(wall reading, replaced []DayPlan, usual civil.Intervals) bool {
	for _, plan := range replaced {
		if plan.Date == wall.date {
			return within(wall, plan.Intervals)
		}
	}
	return within(wall, usual)
}

func (w *reference) shifts(wall reading) civil.Intervals {
	for i := range w.staff.Plans {
		plan := &w.staff.Plans[i]
		if plan.From != nil && wall.date < *plan.From || plan.Until != nil && *plan.Until < wall.date {
			continue
		}
		if len(plan.Weeks) == 1 {
			return plan.Weeks[0][wall.weekday]
		}
		// Walk from the rotation's first Monday to this one, a week at a time.
		monday := mondayBefore(wall.date)
		week, walked := 0, mondayBefore(plan.Start)
		for ; walked < monday; walked += 7 {
			week = (week + 1) % len(plan.Weeks)
		}
		for ; walked > monday; walked -= 7 {
			week = (week + len(plan.Weeks) - 1) % len(plan.Weeks)
		}
		return plan.Weeks[week][wall.weekday]
	}
	return nil
}

func mondayBefore(date civil.Date) civil.Date {
	for date.Time().Weekday() != time.Monday {
		date--
	}
	return date
}

func (w *reference) occupied(start civil.Instant) bool {
	for _, busy := range w.staff.Person.Busy {
		ours, theirs := w.service.Duration, busy.End.Sub(busy.Start)
		if start <= busy.Start {
			ours += w.service.CleanUp
		} else {
			theirs += busy.CleanUp
		}
		for minute := start; minute < start.Add(ours); minute += 60 {
			if busy.Start < minute+60 && minute < busy.Start.Add(theirs) {
				return true
			}
		}
	}
	return false
}

func (w *reference) outside(start civil.Instant) bool {
	wall := w.read(start)
	return time.Duration(wall.minute)*time.Minute%w.branch.Rules.StartInterval != 0 ||
		start.Sub(w.now) < w.branch.Rules.LeadTime || wall.date > w.lastDate
}

func (w *reference) mode(start civil.Instant) *VideoOnly {
	today := w.read(start).date
	for i := range w.branch.VideoOnly {
		mode := &w.branch.VideoOnly[i]
		if mode.From <= today && (mode.Until == nil || today <= *mode.Until) {
			return mode
		}
	}
	return nil
}

// compareWithReference compares Starts with the reference for every minute around the dates, and Obstacles at starts and
// some other minutes. It returns the number of starts.
func compareWithReference(t *testing.T, q question) int {
	t.Helper()
	twin := newReference(t, q)
	offered := map[civil.Instant]civil.Date{}
	last := Day{Date: q.dates.First - 1}
	for _, day := range q.starts() {
		if day.Date <= last.Date || day.Date > q.dates.Last || len(day.Starts) == 0 || !slices.IsSorted(day.Starts) {
			t.Fatalf("the day %v after %v", day, last)
		}
		for _, start := range day.Starts {
			offered[start] = day.Date
		}
		last = day
	}
	count, end := len(offered), civil.Instant(q.dates.Last.AddDays(2).Midnight())
	for at := civil.Instant(q.dates.First.AddDays(-1).Midnight()); at < end; at += 60 {
		today := twin.read(at).date
		if today < q.dates.First || q.dates.Last < today {
			continue
		}
		date, found := offered[at]
		delete(offered, at)
		if found && date != today {
			t.Fatalf("%v is listed on %v", twin.clock(at), date)
		}
		if twin.offers(at) != found {
			t.Fatalf("%v: offered is %v; obstacles: %v", twin.clock(at), found, q.obstacles(at))
		}
		if found && at/60%5 == 0 || at/60%97 == 0 {
			twin.compareObstacles(t, at)
		}
	}
	for start := range offered {
		t.Fatalf("%v lies outside the dates, or is no whole minute", twin.clock(start))
	}
	return count
}

// compareObstacles compares the rules that Obstacles names with those that the reference finds broken.
func (w *reference) compareObstacles(t *testing.T, at civil.Instant) {
	t.Helper()
	obstacles := w.obstacles(at)
	var named, broken []int
	for _, obstacle := range obstacles {
		named = append(named, obstacle.Rule())
	}
	for rule := 1; rule <= 7; rule++ {
		if w.breaks(rule, at) {
			broken = append(broken, rule)
		}
	}
	if !slices.Equal(slices.Compact(named), broken) {
		t.Fatalf("%v: obstacles %v, but the rules %v are broken", w.clock(at), obstacles, broken)
	}
}
