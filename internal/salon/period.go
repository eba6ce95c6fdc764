package salon

import "visavis/internal/civil"

// A period is a range of dates; nil means unbounded.
type period struct{ from, until *civil.Date }

// without returns the parts of the period outside the hole.
func (p period) without(hole period) []period {
	if hole.until != nil && p.from != nil && *hole.until < *p.from ||
		hole.from != nil && p.until != nil && *p.until < *hole.from {
		return []period{p} // they do not meet
	}
	var left []period
	if hole.from != nil && *hole.from > civil.FirstDate && (p.from == nil || *p.from < *hole.from) {
		before := hole.from.AddDays(-1)
		left = append(left, period{p.from, &before})
	}
	if hole.until != nil && *hole.until < civil.LastDate && (p.until == nil || *hole.until < *p.until) {
		after := hole.until.AddDays(1)
		left = append(left, period{&after, p.until})
	}
	return left
}
