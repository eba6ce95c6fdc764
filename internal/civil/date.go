package civil

import (
	"database/sql/driver"
	"io"
	"time"
)

const secondsPerDay = 24 * 60 * 60

// Date is a day of the calendar, without a zone: days since 1970-01-01. It is
// stored and written as 2026-11-23.
type Date int32

// The dates that can be written and stored: 0001-01-01 to 9999-12-31.
const (
	FirstDate Date = -719162
	LastDate  Date = 2932896
)

// NewDate returns the date; out-of-range months and days roll over, as in time.Date.
func NewDate(year int, month time.Month, day int) Date {
	return Date(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

// ParseDate parses a date such as 2026-11-23. It returns a *FormatError for days that do not exist, such as 2026-02-30.
func ParseDate(text string) (Date, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return 0, &FormatError{Kind: "LocalDate", Text: text}
	}
	date := NewDate(t.Date())
	if date < FirstDate {
		return 0, &FormatError{Kind: "LocalDate", Text: text}
	}
	return date, nil
}

// AddDays returns the date n days later, or earlier if n is negative. It stops at the first and the last date.
func (d Date) AddDays(n int) Date {
	return Date(min(max(int64(d)+int64(n), int64(FirstDate)), int64(LastDate)))
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday {
	const epoch = int(time.Thursday)
	return time.Weekday(((int(d)+epoch)%7 + 7) % 7)
}

// Monday returns the Monday of the week of d; weeks begin on Monday (ISO 8601).
func (d Date) Monday() Date { return d - Date((int(d.Weekday())+6)%7) }

// Midnight returns 00:00 of the date in seconds of the wall clock since 1970-01-01T00:00: a reading of the clock, not an
// instant.
func (d Date) Midnight() int64 { return int64(d) * secondsPerDay }

// Time returns 00:00 UTC of the date.
func (d Date) Time() time.Time { return time.Unix(d.Midnight(), 0).UTC() }

func (d Date) String() string { return d.Time().Format(time.DateOnly) }

// Value stores the date as its text.
func (d Date) Value() (driver.Value, error) { return d.String(), nil }

// Scan reads text (SQLite) or a date at midnight UTC (PostgreSQL).
func (d *Date) Scan(stored any) error {
	if t, ok := stored.(time.Time); ok {
		*d = NewDate(t.Date())
		return nil
	}
	return scanText(d, stored, ParseDate)
}

// MarshalText writes the date into JSON.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the date from JSON.
func (d *Date) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDate(string(text))
	return err
}

// MarshalGQL writes the scalar LocalDate.
func (d Date) MarshalGQL(w io.Writer) { writeQuoted(w, d.String()) }

// UnmarshalGQL reads the scalar LocalDate.
func (d *Date) UnmarshalGQL(input any) error { return readScalar(d, "LocalDate", input, ParseDate) }
