package civil_test

import (
	"testing"

	. "visavis/internal/civil"
)

func TestParseTimeOfDay(t *testing.T) {
	for _, test := range []struct {
		text string
		time TimeOfDay
		good bool
	}{
		{"00:00", 0, true},
		{"00:01", 1, true},
		{"09:00", 540, true},
		{"13:45", 825, true},
		{"23:59", 1439, true},
		{"24:00", EndOfDay, true},
		{"24:01", 0, false},
		{"25:00", 0, false},
		{"12:60", 0, false},
		{"9:00", 0, false},
		{"09.00", 0, false},
		{"09:0", 0, false},
		{"-1:00", 0, false},
		{"+9:00", 0, false},
		{"09:+1", 0, false},
		{"09:00:00", 0, false},
		{"９:00", 0, false},
		{"noon!", 0, false},
		{"", 0, false},
	} {
		time, err := ParseTimeOfDay(test.text)
		if (err == nil) != test.good || time != test.time {
			t.Errorf("%q: %d, %v", test.text, time, err)
		}
		if !test.good {
			checkFormatError(t, err, "LocalTime", test.text)
		}
	}
}

// TestEveryTimeOfDay writes and reads every minute of the day.
func TestEveryTimeOfDay(t *testing.T) {
	for minute := range 24*60 + 1 {
		time := NewTimeOfDay(minute/60, minute%60)
		if got, err := ParseTimeOfDay(time.String()); err != nil || got != time || got.Seconds() != int64(minute)*60 {
			t.Errorf("%v became %v, %v", time, got, err)
		}
	}
}

func TestTimeOfDayRoundTrips(t *testing.T) {
	for _, text := range []string{"00:00", "09:05", "24:00"} {
		time, err := ParseTimeOfDay(text)
		if err != nil {
			t.Fatal(err)
		}
		checkJSON(t, time, `"`+text+`"`)
		checkGraphQL(t, time, text)
	}
}

func TestUnmarshalTimeOfDay(t *testing.T) {
	time := NewTimeOfDay(9, 0)
	for _, input := range []any{nil, 540, 9.5, "9:00", ""} {
		if err := time.UnmarshalGQL(input); err == nil || time.String() != "09:00" {
			t.Errorf("%v: %v, %v", input, time, err)
		}
	}
}
