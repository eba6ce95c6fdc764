package availability

import (
	"slices"

	"visavis/internal/civil"
)

// A timetable returns the intervals of a date by the wall clock.
type timetable func(civil.Date) civil.Intervals

// on returns the intervals of the date's weekday.
func (w *Week) on(date civil.Date) civil.Intervals { return w[date.Weekday()] }

// planOf returns the plan of a date; plans ascend by date.
func planOf(date civil.Date, plans []DayPlan) (plan civil.Intervals, found bool) {
	at, found := slices.BinarySearchFunc(plans, date, func(plan DayPlan, date civil.Date) int {
		return int(plan.Date) - int(date)
	})
	if !found {
		return nil, false
	}
	return plans[at].Intervals, true
}

// A localDay is a local date on the time line, or one of its parts when the
// clocks change during the date: the wall clock runs evenly within it.
type localDay struct {
	Span
	date     civil.Date
	midnight civil.Instant // 00:00, reckoned back from this part of the date
}

// localDays returns the dates in chronological order, in which a date may recur when the clocks go back at midnight.
func localDays(zone civil.Zone, dates civil.DateRange) []localDay {
	days := make([]localDay, 0, dates.Days()+1)
	for _, segment := range zone.Segments(dates.First, dates.Last) {
		for date := dates.First; date <= dates.Last; date++ {
			midnight := civil.Instant(date.Midnight() - segment.Offset)
			if midnight >= segment.End {
				break
			}
			end := midnight + civil.Instant(civil.EndOfDay.Seconds())
			span := Span{midnight, end}.intersect(Span{segment.Start, segment.End})
			if !span.empty() {
				days = append(days, localDay{span, date, midnight})
			}
		}
	}
	return days
}

// spans appends a timetable to the list, put on the time line. An interval is
// cut to each part of its date, so a gap in the clock shortens it and a fold
// repeats it; intervals that meet, at midnight too, are one span.
func spans(list []Span, days []localDay, hours timetable) []Span {
	for _, day := range days {
		for _, interval := range hours(day.date) {
			span := day.intersect(Span{
				day.midnight + civil.Instant(interval.From.Seconds()),
				day.midnight + civil.Instant(interval.To.Seconds()),
			})
			if !span.empty() {
				list = join(list, span)
			}
		}
	}
	return list
}
