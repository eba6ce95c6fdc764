package availability

import (
	"math"

	"visavis/internal/civil"
)

// contains reports whether the instant is in the span.
func (s Span) contains(at civil.Instant) bool { return s.Start <= at && at < s.End }

// empty reports whether the span contains no instant.
func (s Span) empty() bool { return s.End <= s.Start }

// intersect returns the part that both spans share.
func (s Span) intersect(other Span) Span {
	return Span{max(s.Start, other.Start), min(s.End, other.End)}
}

// anyContains reports whether one of the spans contains the instant.
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

// intersect appends to shared the parts that both lists share. The spans of each list ascend and do not overlap.
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

// Meet reports whether two lists, as returned by [OpenSpans], share an instant.
func Meet(a, b []Span) bool { return len(intersect(nil, a, b)) > 0 }

// without appends to left the spans minus the gaps. Spans do not overlap, gaps may. Both ascend by start.
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
