package availability

import (
	"math"

	"visavis/internal/civil"
)

// contains tells whether the instant is part of the span.
func (s Span) contains(at civil.Instant) bool { return s.Start <= at && at < s.End }

// empty tells whether no instant is part of the span.
func (s Span) empty() bool { return s.End <= s.Start }

// intersect gives what is part of both spans.
func (s Span) intersect(other Span) Span {
	return Span{max(s.Start, other.Start), min(s.End, other.End)}
}

// anyContains tells whether one of the spans contains the instant.
func anyContains(spans []Span, at civil.Instant) bool {
	for _, span := range spans {
		if span.contains(at) {
			return true
		}
	}
	return false
}

// join appends a span that begins no earlier than the last one ends. Two that
// meet become one.
func join(spans []Span, next Span) []Span {
	if last := len(spans) - 1; last >= 0 && spans[last].End == next.Start {
		spans[last].End = next.End
		return spans
	}
	return append(spans, next)
}

// intersect appends to shared what is part of both lists. The spans of each
// ascend and do not overlap.
func intersect(shared, a, b []Span) []Span {
	for len(a) > 0 && len(b) > 0 {
		if span := a[0].intersect(b[0]); !span.empty() {
			shared = append(shared, span)
		}
		if a[0].End < b[0].End {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return shared
}

// Meet tells whether two lists, each as [OpenSpans] gives it, have an instant in common.
func Meet(a, b []Span) bool { return len(intersect(nil, a, b)) > 0 }

// without appends to left what is left of the spans, which do not overlap, when
// the gaps, which may, are cut out of them. Both ascend by their starts.
func without(left, spans, gaps []Span) []Span {
	decided := civil.Instant(math.MinInt64) // nothing before it is left, but for what is listed
	for _, gap := range gaps {
		for len(spans) > 0 && spans[0].End <= gap.Start {
			left = appendFrom(decided, left, spans[0])
			spans = spans[1:]
		}
		if len(spans) == 0 {
			return left
		}
		left = appendFrom(decided, left, Span{spans[0].Start, gap.Start})
		decided = max(decided, gap.End)
	}
	for _, span := range spans {
		left = appendFrom(decided, left, span)
	}
	return left
}

func appendFrom(from civil.Instant, list []Span, span Span) []Span {
	span.Start = max(span.Start, from)
	if span.empty() {
		return list
	}
	return append(list, span)
}
