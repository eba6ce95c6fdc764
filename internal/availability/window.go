package availability

import (
	"math"
	"time"

	"visavis/internal/civil"
)

// window is rule 6: when a start may be, seen from now.
type window struct {
	earliest civil.Instant
	lastDate civil.Date
	interval civil.Instant // between two starts, in seconds
}

func (b *Branch) window(now civil.Instant) window {
	return window{
		earliest: now.Add(b.Rules.LeadTime),
		lastDate: b.Zone.Date(now).AddDays(b.Rules.HorizonDays),
		interval: civil.Instant(b.Rules.StartInterval / time.Second),
	}
}

// past lists the starts that come too soon.
func (w window) past(yield func(Span) bool) { yield(Span{math.MinInt64, w.earliest}) }
