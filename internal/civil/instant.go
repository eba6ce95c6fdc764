package civil

import (
	"database/sql/driver"
	"fmt"
	"io"
	"time"
)

// Instant is a point in time in whole seconds since 1970-01-01T00:00:00Z. It is stored as that number, which every database
// orders correctly, and written as RFC 3339 in UTC.
type Instant int64

// Clock returns the present instant. Tests inject their own.
type Clock func() Instant

// SystemClock is the clock of the machine.
func SystemClock() Instant { return InstantOf(time.Now()) }

// InstantOf returns the instant of t, truncated to the second.
func InstantOf(t time.Time) Instant { return Instant(t.Unix()) }

// ParseInstant parses RFC 3339 with any offset, such as 2026-11-23T09:00:00Z, in the years from 2 to 9998, whose dates can
// be written in every zone.
func ParseInstant(text string) (Instant, error) {
	t, err := time.Parse(time.RFC3339, text)
	if year := t.UTC().Year(); err != nil || year < 2 || year > 9998 {
		return 0, &FormatError{Kind: "Instant", Text: text}
	}
	return InstantOf(t), nil
}

// Time returns the instant as a time in UTC.
func (i Instant) Time() time.Time { return time.Unix(int64(i), 0).UTC() }

// Add returns the instant d later, in whole seconds.
func (i Instant) Add(d time.Duration) Instant { return i + Instant(d/time.Second) }

// Sub returns the time from earlier to i.
func (i Instant) Sub(earlier Instant) time.Duration {
	return time.Duration(i-earlier) * time.Second
}

func (i Instant) String() string { return i.Time().Format(time.RFC3339) }

// Value stores the instant as its number of seconds.
func (i Instant) Value() (driver.Value, error) { return int64(i), nil }

// Scan reads what Value stored.
func (i *Instant) Scan(stored any) error {
	seconds, ok := stored.(int64)
	if !ok {
		return fmt.Errorf("civil: an instant is stored as an integer, not %T", stored)
	}
	*i = Instant(seconds)
	return nil
}

// MarshalGQL writes the scalar Instant.
func (i Instant) MarshalGQL(w io.Writer) { writeQuoted(w, i.String()) }

// UnmarshalGQL reads the scalar Instant.
func (i *Instant) UnmarshalGQL(input any) error { return readScalar(i, "Instant", input, ParseInstant) }
