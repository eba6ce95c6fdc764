package civil

import (
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"
)

// Interval is a part of one day by the wall clock; To is exclusive.
type Interval struct {
	From TimeOfDay `json:"from"`
	To   TimeOfDay `json:"to"`
}

func (i Interval) String() string { return i.From.String() + "-" + i.To.String() }

// Intervals are the stretches of one day in ascending order: none is empty and
// none overlaps another. It is stored as 09:00-13:00,14:00-18:00; no intervals
// are stored as the empty text.
type Intervals []Interval

// EmptyIntervalError is returned for an interval that does not end after it starts.
type EmptyIntervalError struct{ Interval Interval }

func (e *EmptyIntervalError) Error() string {
	return fmt.Sprintf("the interval %v does not end after it starts", e.Interval)
}

// OverlapError is returned for two intervals of one day that overlap.
type OverlapError struct{ Earlier, Later Interval }

func (e *OverlapError) Error() string {
	return fmt.Sprintf("the intervals %v and %v overlap", e.Earlier, e.Later)
}

// NewIntervals returns the intervals of a day in order. The error is an *EmptyIntervalError or an *OverlapError.
func NewIntervals(given ...Interval) (Intervals, error) {
	sorted := slices.Clone(given)
	slices.SortFunc(sorted, func(a, b Interval) int { return int(a.From) - int(b.From) })
	for i, interval := range sorted {
		if interval.To <= interval.From {
			return nil, &EmptyIntervalError{interval}
		}
		if i > 0 && interval.From < sorted[i-1].To {
			return nil, &OverlapError{sorted[i-1], interval}
		}
	}
	return sorted, nil
}

// ParseIntervals reads what String writes.
func ParseIntervals(text string) (Intervals, error) {
	if text == "" {
		return nil, nil
	}
	var given []Interval
	for part := range strings.SplitSeq(text, ",") {
		from, to, found := strings.Cut(part, "-")
		if !found {
			return nil, &FormatError{Kind: "Interval", Text: part}
		}
		start, err := ParseTimeOfDay(from)
		if err != nil {
			return nil, err
		}
		end, err := ParseTimeOfDay(to)
		if err != nil {
			return nil, err
		}
		given = append(given, Interval{start, end})
	}
	return NewIntervals(given...)
}

func (s Intervals) String() string {
	parts := make([]string, len(s))
	for i, interval := range s {
		parts[i] = interval.String()
	}
	return strings.Join(parts, ",")
}

// Value stores the intervals as their text.
func (s Intervals) Value() (driver.Value, error) { return s.String(), nil }

// Scan reads what Value stored.
func (s *Intervals) Scan(stored any) error { return scanText(s, stored, ParseIntervals) }
