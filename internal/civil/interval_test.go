package civil_test

import (
	"errors"
	"testing"

	. "visavis/internal/civil"
)

func TestParseIntervals(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", ""},
		{"09:00-13:00", "09:00-13:00"},
		{"09:00-13:00,14:00-18:00", "09:00-13:00,14:00-18:00"},
		{"14:00-18:00,09:00-13:00", "09:00-13:00,14:00-18:00"},
		{"09:00-13:00,13:00-18:00", "09:00-13:00,13:00-18:00"},
		{"00:00-24:00", "00:00-24:00"},
		{"22:00-24:00,00:00-02:00", "00:00-02:00,22:00-24:00"},
	} {
		intervals, err := ParseIntervals(test.text)
		if err != nil || intervals.String() != test.want {
			t.Errorf("%q: %q, %v", test.text, intervals, err)
		}
	}
}

func TestParseIntervalsRefuses(t *testing.T) {
	for _, text := range []string{
		"09:00", "09:00-", "-13:00", "9:00-13:00", "09:00-13:00,", ",", "09:00-13:00;14:00-18:00",
		"09:00-13:00, 14:00-18:00", "09:00-24:01", "closed",
	} {
		intervals, err := ParseIntervals(text)
		if format := new(*FormatError); !errors.As(err, format) || intervals != nil {
			t.Errorf("%q: %v, %v", text, intervals, err)
		}
	}
}

func TestEmptyInterval(t *testing.T) {
	for _, text := range []string{"09:00-09:00", "13:00-09:00", "22:00-02:00", "24:00-24:00"} {
		_, err := ParseIntervals(text)
		empty := new(EmptyIntervalError)
		if !errors.As(err, &empty) || empty.Interval.String() != text {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestOverlap(t *testing.T) {
	for _, test := range []struct{ text, earlier, later string }{
		{"09:00-13:00,12:59-18:00", "09:00-13:00", "12:59-18:00"},
		{"12:00-18:00,09:00-13:00", "09:00-13:00", "12:00-18:00"},
		{"09:00-18:00,10:00-11:00", "09:00-18:00", "10:00-11:00"},
		{"09:00-10:00,11:00-12:00,11:30-12:00", "11:00-12:00", "11:30-12:00"},
	} {
		_, err := ParseIntervals(test.text)
		overlap := new(OverlapError)
		if !errors.As(err, &overlap) || overlap.Earlier.String() != test.earlier || overlap.Later.String() != test.later {
			t.Errorf("%q: %v", test.text, err)
		}
	}
	if _, err := ParseIntervals("09:00-18:00,09:00-18:00"); !errors.As(err, new(*OverlapError)) {
		t.Errorf("twice the same: %v", err)
	}
}

func TestNewIntervalsLeavesTheGivenAlone(t *testing.T) {
	given := []Interval{{From: 60, To: 120}, {From: 0, To: 60}}
	if _, err := NewIntervals(given...); err != nil || given[0].From != 60 {
		t.Errorf("%v, %v", given, err)
	}
}

func TestIntervalsInSQL(t *testing.T) {
	for _, text := range []string{"", "09:00-13:00", "00:00-02:00,22:00-24:00"} {
		intervals, err := ParseIntervals(text)
		if err != nil {
			t.Fatal(err)
		}
		stored, err := intervals.Value()
		if err != nil || stored != text {
			t.Errorf("%q is stored as %v, %v", text, stored, err)
		}
		for _, stored := range []any{text, []byte(text)} {
			read := Intervals{{From: 1, To: 2}}
			if err := read.Scan(stored); err != nil || read.String() != text {
				t.Errorf("%v is read as %v, %v", stored, read, err)
			}
		}
	}
	for _, stored := range []any{nil, int64(9), "09:00", "10:00-09:00"} {
		if err := new(Intervals).Scan(stored); err == nil {
			t.Errorf("%v is read", stored)
		}
	}
}

func TestIntervalInJSON(t *testing.T) {
	checkJSON(t, Interval{From: NewTimeOfDay(9, 0), To: EndOfDay}, `{"from":"09:00","to":"24:00"}`)
}
