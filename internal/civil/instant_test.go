package civil_test

import (
	"math"
	"testing"
	"time"

	. "visavis/internal/civil"
)

func TestParseInstant(t *testing.T) {
	for _, test := range []struct {
		text    string
		instant Instant
		written string
	}{
		{"1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"},
		{"2026-11-23T09:00:00Z", 1795424400, "2026-11-23T09:00:00Z"},
		{"2026-11-23T09:00:00+01:00", 1795420800, "2026-11-23T08:00:00Z"},
		{"2026-11-23T09:00:00-03:30", 1795437000, "2026-11-23T12:30:00Z"},
		{"2026-11-23T09:00:00.999Z", 1795424400, "2026-11-23T09:00:00Z"},
		{"1969-12-31T23:59:59Z", -1, "1969-12-31T23:59:59Z"},
	} {
		instant, err := ParseInstant(test.text)
		if err != nil || instant != test.instant || instant.String() != test.written {
			t.Errorf("%q: %d, %v, %v", test.text, instant, instant, err)
		}
	}
	for _, text := range []string{"", "now", "2026-11-23", "2026-11-23T09:00:00", "2026-11-23 09:00:00Z", "2026-02-30T09:00:00Z", "1795424400"} {
		_, err := ParseInstant(text)
		checkFormatError(t, err, "Instant", text)
	}
}

func TestInstantArithmetic(t *testing.T) {
	const nine Instant = 1795424400
	for _, test := range []struct {
		add  time.Duration
		want string
	}{
		{0, "2026-11-23T09:00:00Z"},
		{time.Hour, "2026-11-23T10:00:00Z"},
		{-10 * time.Hour, "2026-11-22T23:00:00Z"},
		{999 * time.Millisecond, "2026-11-23T09:00:00Z"},
	} {
		later := nine.Add(test.add)
		if later.String() != test.want {
			t.Errorf("%v later: %v, want %v", test.add, later, test.want)
		}
		if got := later.Sub(nine); got != test.add.Truncate(time.Second) {
			t.Errorf("%v later is %v later", test.add, got)
		}
	}
	if got := nine.Add(math.MaxInt64); got < nine {
		t.Errorf("the longest duration leads to %d", got)
	}
}

func TestInstantOf(t *testing.T) {
	at := time.Date(2026, time.November, 23, 10, 0, 0, 999, time.FixedZone("", 3600))
	if got := InstantOf(at); got.String() != "2026-11-23T09:00:00Z" || got.Time().Location() != time.UTC {
		t.Error(got)
	}
}

func TestSystemClock(t *testing.T) {
	before := InstantOf(time.Now())
	now := SystemClock()
	if after := InstantOf(time.Now()); now < before || after < now {
		t.Errorf("%v is not between %v and %v", now, before, after)
	}
}

func TestInstantRoundTrips(t *testing.T) {
	for _, instant := range []Instant{0, -1, 1795424400} {
		stored, err := instant.Value()
		if err != nil || stored != int64(instant) {
			t.Errorf("%v is stored as %v, %v", instant, stored, err)
		}
		var read Instant
		if err := read.Scan(stored); err != nil || read != instant {
			t.Errorf("%v is read as %v, %v", stored, read, err)
		}
		checkGraphQL(t, instant, instant.String())
	}
	for _, stored := range []any{nil, "2026-11-23T09:00:00Z", 1.5, time.Now()} {
		if err := new(Instant).Scan(stored); err == nil {
			t.Errorf("%v is read", stored)
		}
	}
	for _, input := range []any{nil, int64(1795424400), "tomorrow"} {
		if err := new(Instant).UnmarshalGQL(input); err == nil {
			t.Errorf("%v is accepted", input)
		}
	}
}
