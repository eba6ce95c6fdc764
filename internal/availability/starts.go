package availability

import (
	"slices"

	"visavis/internal/civil"
)

// A Search asks a branch for starts on dates. What depends on nothing but the branch is found once, for all profiles and services.
// It is safe for concurrent use.
type Search struct {
	window window
	parts  []part
}

// A part is a range of dates with one mode.
type part struct {
	dates civil.DateRange
	mode  *VideoOnly
	days  []localDay
	open  []Span // by rule 2
}

// NewSearch returns a search for starts on the dates, as of now.
func NewSearch(branch *Branch, dates civil.DateRange, now civil.Instant) *Search {
	s := &Search{window: branch.window(now)}
	for dates, mode := range branch.Modes(s.window.within(branch.Zone, dates)) {
		days := localDays(branch.Zone, reach(dates))
		s.parts = append(s.parts, part{dates, mode, days, spans(nil, days, branch.open)})
	}
	return s
}

// Starts returns the starts that the branch offers with the profile for the service, ascending. Dates without starts are left out.
func (s *Search) Starts(staff *Staff, service *Service) []Day {
	if len(Ineligible(staff, service)) > 0 {
		return nil
	}
	work := workspaces.Get().(*workspace)
	defer workspaces.Put(work)
	var days []Day
	for i := range s.parts {
		p := &s.parts[i]
		if len(p.mode.obstacles(staff, service)) > 0 {
			continue
		}
		for i, r := range requirements(p.open, staff, p.mode) {
			work.require(i == 0, r, p.days, service.Duration)
		}
		for _, forbidden := range prohibitions(staff, service, s.window) {
			work.forbid(forbidden)
		}
		days = work.offer(days, p, s.window)
	}
	return days
}

// reach returns the dates that affect the starts on the dates. A consultation can end two dates later if the zone skips a
// date, or one date earlier if the clocks go back at midnight.
func reach(dates civil.DateRange) civil.DateRange {
	return civil.DateRange{First: dates.First.AddDays(-1), Last: dates.Last.AddDays(2)}
}

// offer appends the starts of the interval that are free, by date.
func (w *workspace) offer(days []Day, p *part, window window) []Day {
	w.starts, w.found = w.starts[:0], w.found[:0]
	free := w.free
	for _, day := range p.days {
		before := len(w.starts)
		for len(free) > 0 && free[0].Start < day.End {
			if span := free[0].intersect(day.Span); !span.empty() && p.dates.Contains(day.date) {
				for at := window.next(day, span.Start); at < span.End; at += window.interval {
					w.starts = append(w.starts, at)
				}
			}
			if free[0].End > day.End {
				break
			}
			free = free[1:]
		}
		if count := len(w.starts) - before; count > 0 {
			w.found = append(w.found, startsOfDay{day.date, count})
		}
	}
	starts := slices.Clone(w.starts)
	days = slices.Grow(days, len(w.found))
	for _, day := range w.found {
		days = add(days, Day{day.date, slices.Clip(starts[:day.count])})
		starts = starts[day.count:]
	}
	return days
}

// add appends the day in order: a date may recur when the clocks go back.
func add(days []Day, day Day) []Day {
	if last := len(days) - 1; last < 0 || days[last].Date < day.Date {
		return append(days, day)
	}
	at, found := slices.BinarySearchFunc(days, day.Date, func(day Day, date civil.Date) int {
		return int(day.Date) - int(date)
	})
	if !found {
		return slices.Insert(days, at, day)
	}
	days[at].Starts = append(days[at].Starts, day.Starts...)
	return days
}
