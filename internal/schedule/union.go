package schedule

import (
	"maps"
	"slices"

	"visavis/internal/availability"
	"visavis/internal/civil"
)

// Union returns the dates of the offers, ascending, each with every start that one of the offers has.
func Union(offers []*Offer) []*availability.Day {
	starts := map[civil.Date][]civil.Instant{}
	for _, offer := range offers {
		for _, day := range offer.Days {
			starts[day.Date] = append(starts[day.Date], day.Starts...)
		}
	}
	days := make([]*availability.Day, 0, len(starts))
	for _, date := range slices.Sorted(maps.Keys(starts)) {
		slices.Sort(starts[date])
		days = append(days, &availability.Day{Date: date, Starts: slices.Compact(starts[date])})
	}
	return days
}
