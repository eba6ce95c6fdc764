package locale

import (
	"testing"
	"time"
)

func TestDates(t *testing.T) {
	for date, want := range map[string][2]string{
		"2026-11-24": {"Dienstag, 24. November 2026", "Tuesday, 24 November 2026"},
		"2027-03-07": {"Sonntag, 7. März 2027", "Sunday, 7 March 2027"},
		"2028-12-01": {"Freitag, 1. Dezember 2028", "Friday, 1 December 2028"},
		"2029-01-31": {"Mittwoch, 31. Januar 2029", "Wednesday, 31 January 2029"},
	} {
		at, err := time.Parse(time.DateOnly, date)
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]string{Weekday(German, at) + ", " + Date(German, at), Weekday(English, at) + ", " + Date(English, at)}; got != want {
			t.Errorf("%s is written as %q", date, got)
		}
	}
}
