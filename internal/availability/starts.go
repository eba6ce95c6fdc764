package availability

import (
	"slices"

	"visavis/internal/civil"
)

// Starts returns the starts that the branch offers with the profile for the service on the dates, ascending. Dates without
// starts are left out.
func Starts(branch *Branch, staff *Staff, service *Service, dates civil.DateRange, now civil.Instant) []Day {
	if len(Ineligible(staff, service)) > 0 {
		return nil
	}
	work := workspaces.Get().(*workspace)
	defer workspaces.Put(work)
	window := branch.window(now)
	var days []Day
	for dates, mode := range branch.Modes(window.within(branch.Zone, dates)) {
		if len(mode.obstacles(staff, service)) > 0 {
			continue
		}
		work.days = localDays(work.days[:0], branch.Zone, reach(dates))
		for i, r := range requirements(branch, staff, mode) {
			work.require(i == 0, r, service.Duration)
		}
		for _, p := range prohibitions(staff, service, window) {
			work.forbid(p)
		}
		days = offer(days, dates, work.days, work.free, window)
	}
	return days
}

// reach returns the dates that affect the starts on the dates. A consultation can end two dates later if the zone skips a
// date, or one date earlier if the clocks go back at midnight.
func reach(dates civil.DateRange) civil.DateRange {
	return civil.DateRange{First: dates.First.AddDays(-1), Last: dates.Last.AddDays(2)}
}

// offer appends the starts of the interval that are free, by date.
func offer(days []Day, dates civil.DateRange, around []localDay, free []Span, window window) []Day {
	if len(free) == 0 {
		return days
	}
	starts := make([]civil.Instant, 0, room(around, free, window.interval))
	days = slices.Grow(days, dates.Days())
	for _, day := range around {
		first := len(starts)
		for len(free) > 0 && free[0].Start < day.End {
			if span := free[0].intersect(day.Span); !span.empty() && dates.Contains(day.date) {
				for at := window.next(day, span.Start); at < span.End; at += window.interval {
					starts = append(starts, at)
				}
			}
			if free[0].End > day.End {
				break
			}
			free = free[1:]
		}
		if len(starts) > first {
			days = add(days, Day{day.date, slices.Clip(starts[first:])})
		}
	}
	return days
}

// room returns an upper bound of the number of starts.
func room(around []localDay, free []Span, interval civil.Instant) int {
	var length civil.Instant
	for _, span := range free {
		length += span.End - span.Start
	}
	return int(length/interval) + len(free) + len(around)
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
