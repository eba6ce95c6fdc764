package availability

import (
	"slices"

	"visavis/internal/civil"
)

// Starts lists the starts that the branch offers with the member of staff for
// the service on the dates, ascending. Dates without any are left out.
func Starts(branch *Branch, staff *Staff, service *Service, dates civil.DateRange, now civil.Instant) []Day {
	if len(ineligible(staff, service)) > 0 {
		return nil
	}
	window := branch.window(now)
	dates.Last = min(dates.Last, window.lastDate)
	var days []Day
	for dates, mode := range branch.modes(dates) {
		if len(mode.obstacles(staff, service)) > 0 {
			continue
		}
		around := localDays(branch.Zone, reach(dates))
		var free []Span
		for i, r := range requirements(branch, staff, mode) {
			starts := r.starts(around, service.Duration)
			if i == 0 {
				free = starts
			} else {
				free = intersect(free, starts)
			}
		}
		for _, p := range prohibitions(staff, service, window) {
			free = without(free, p.starts)
		}
		days = append(days, offer(around, dates, free, window.interval)...)
	}
	return days
}

func reach(dates civil.DateRange) civil.DateRange {
	return civil.DateRange{First: dates.First.AddDays(-1), Last: dates.Last.AddDays(2)}
}

func offer(around []localDay, dates civil.DateRange, free []Span, interval civil.Instant) []Day {
	room := len(around)
	for _, span := range free {
		room += int((span.End-span.Start)/interval) + 1
	}
	starts := make([]civil.Instant, 0, room)
	days := make([]Day, 0, len(around))
	for _, day := range around {
		if !dates.Contains(day.date) {
			continue
		}
		first := len(starts)
		for len(free) > 0 && free[0].Start < day.End {
			span := free[0].intersect(day.Span)
			passed := span.Start - day.midnight
			for at := day.midnight + (passed+interval-1)/interval*interval; at < span.End; at += interval {
				starts = append(starts, at)
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

// add keeps the days ascending: a date comes back when the clocks are put back.
func add(days []Day, day Day) []Day {
	at, found := slices.BinarySearchFunc(days, day.Date, func(day Day, date civil.Date) int {
		return int(day.Date) - int(date)
	})
	if !found {
		return slices.Insert(days, at, day)
	}
	days[at].Starts = append(days[at].Starts, day.Starts...)
	return days
}
