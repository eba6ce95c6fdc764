package availability

import (
	"math"
	"time"

	"visavis/internal/civil"
)

// window is rule 6: the range of permitted starts, relative to now.
type window struct {
	earliest civil.Instant
	lastDate civil.Date
	interval civil.Instant // between two starts, in seconds
}

// farthestHorizon, in days, exceeds every calendar without overflowing a date.
const farthestHorizon = math.MaxInt32 / 2

func (b *Branch) window(now civil.Instant) window {
	return window{
		earliest: now.Add(b.Rules.LeadTime),
		lastDate: b.Zone.Date(now).AddDays(min(b.Rules.HorizonDays, farthestHorizon)),
		interval: civil.Instant(b.Rules.StartInterval / time.Second),
	}
}

// past appends the starts that are too soon.
func (w window) past(list []Span) []Span { return append(list, Span{math.MinInt64, w.earliest}) }

// next returns the first start of the interval at or after the instant, by the wall clock of the day.
func (w window) next(day localDay, at civil.Instant) civil.Instant {
	passed := at - day.midnight
	return day.midnight + (passed+w.interval-1)/w.interval*w.interval
}

// within returns the dates that can have a start.
func (w window) within(zone civil.Zone, dates civil.DateRange) civil.DateRange {
	// When the clocks are put back at midnight, yesterday comes after today.
	yesterday := zone.Date(w.earliest) - 1
	return civil.DateRange{First: max(dates.First, yesterday), Last: min(dates.Last, w.lastDate)}
}

// obstacles returns the obstacles to a start on the day, except TooSoon.
func (w window) obstacles(day localDay, at civil.Instant) []Obstacle {
	var obstacles []Obstacle
	if day.date > w.lastDate {
		obstacles = append(obstacles, BeyondHorizon)
	}
	if w.next(day, at) != at {
		obstacles = append(obstacles, OffInterval)
	}
	return obstacles
}
