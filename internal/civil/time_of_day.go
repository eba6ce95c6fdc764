package civil

import (
	"fmt"
	"io"
)

// TimeOfDay is a time of the wall clock in minutes since midnight, from 00:00 to 24:00. It is written as 09:00.
type TimeOfDay int16

// EndOfDay is 24:00, the end of an interval that lasts until midnight.
const EndOfDay TimeOfDay = 24 * 60

// NewTimeOfDay returns the time of day; it does not check its arguments.
func NewTimeOfDay(hour, minute int) TimeOfDay { return TimeOfDay(hour*60 + minute) }

// ParseTimeOfDay parses a time such as 09:00; 24:00 is the end of the day.
func ParseTimeOfDay(text string) (TimeOfDay, error) {
	refused := &FormatError{Kind: "LocalTime", Text: text}
	if len(text) != len("09:00") || text[2] != ':' {
		return 0, refused
	}
	for _, at := range []int{0, 1, 3, 4} {
		if text[at] < '0' || text[at] > '9' {
			return 0, refused
		}
	}
	hour := int(text[0]-'0')*10 + int(text[1]-'0')
	minute := int(text[3]-'0')*10 + int(text[4]-'0')
	t := NewTimeOfDay(hour, minute)
	if minute > 59 || t > EndOfDay {
		return 0, refused
	}
	return t, nil
}

// Seconds returns the seconds since midnight.
func (t TimeOfDay) Seconds() int64 { return int64(t) * 60 }

func (t TimeOfDay) String() string { return fmt.Sprintf("%02d:%02d", t/60, t%60) }

// MarshalText writes the time of day into JSON.
func (t TimeOfDay) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads the time of day from JSON.
func (t *TimeOfDay) UnmarshalText(text []byte) (err error) {
	*t, err = ParseTimeOfDay(string(text))
	return err
}

// MarshalGQL writes the scalar LocalTime.
func (t TimeOfDay) MarshalGQL(w io.Writer) { writeQuoted(w, t.String()) }

// UnmarshalGQL reads the scalar LocalTime.
func (t *TimeOfDay) UnmarshalGQL(input any) error {
	return readScalar(t, "LocalTime", input, ParseTimeOfDay)
}
