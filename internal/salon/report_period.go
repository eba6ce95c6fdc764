package salon

import (
	"visavis/ent"
	"visavis/internal/civil"
)

// reportPart is a part of a report's range: a month, what of a month lies in the range, or the whole range.
type reportPart struct {
	name  string // 2026-11; empty: the whole range
	dates civil.DateRange
}

// monthsIn returns the months of a range in order; of the first and the last, what lies in the range.
func monthsIn(dates civil.DateRange) (months []reportPart) {
	for first := dates.First; first <= dates.Last; {
		year, month, _ := first.Time().Date()
		last := min(civil.NewDate(year, month+1, 1)-1, dates.Last)
		months = append(months, reportPart{name: first.Time().Format("2006-01"), dates: civil.DateRange{First: first, Last: last}})
		first = last + 1
	}
	return months
}

// reportZone is when the parts of a report begin in the branches of a time zone. The last bound is the end of the range.
type reportZone struct {
	timeZone string
	bounds   []civil.Instant
}

// reportZones returns the zones of the branches, each once.
func reportZones(branches []*ent.Branch, parts []reportPart) (zones []reportZone, err error) {
	known := map[string]bool{}
	for _, branch := range branches {
		if known[branch.TimeZone] {
			continue
		}
		known[branch.TimeZone] = true
		zone, err := civil.LoadZone(branch.TimeZone)
		if err != nil {
			return nil, err
		}
		bounds := []civil.Instant{zone.StartOf(parts[0].dates.First)}
		for _, part := range parts {
			bounds = append(bounds, zone.StartOf(part.dates.Last.AddDays(1)))
		}
		zones = append(zones, reportZone{branch.TimeZone, bounds})
	}
	return zones, nil
}
