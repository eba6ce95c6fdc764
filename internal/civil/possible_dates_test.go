package civil_test

import (
	"testing"
	"time"

	. "visavis/internal/civil"
)

// farthest are zones that are or were farthest from UTC, and zones that skipped or repeated a date.
var farthest = []string{"UTC", "Europe/Berlin", "Pacific/Kiritimati", "Etc/GMT+12", "Etc/GMT-14", "Pacific/Apia", "Asia/Manila", "America/Juneau"}

func TestPossibleDatesHoldTheLocalDateOfEveryZone(t *testing.T) {
	for _, start := range []string{"2026-11-23T00:00:00Z", "2011-12-29T00:00:00Z", "1867-10-17T00:00:00Z", "0002-01-01T00:00:00Z", "9998-12-30T00:00:00Z"} {
		first := parseInstant(t, start)
		for at := first; at < first.Add(49*time.Hour); at = at.Add(30 * time.Minute) {
			possible := PossibleDates(at, at)
			for _, name := range farthest {
				if date := loadZone(t, name).Date(at); !possible.Contains(date) {
					t.Errorf("%v is on %v in %s, which is not in %v", at, date, name, possible)
				}
			}
			if possible.Days() != 3 {
				t.Errorf("%v may be on %v", at, possible)
			}
		}
	}
}

func TestPossibleDatesOfASpan(t *testing.T) {
	got := PossibleDates(parseInstant(t, "2026-11-23T23:59:59Z"), parseInstant(t, "2026-11-26T00:00:00Z"))
	if got.First.String() != "2026-11-22" || got.Last.String() != "2026-11-27" {
		t.Errorf("got %v", got)
	}
}

func TestPossibleInstantsHoldTheDatesOfEveryZone(t *testing.T) {
	for _, date := range []string{"2026-11-23", "2011-12-30", "2011-12-31", "1867-10-18"} {
		day := parseDate(t, date)
		start, end := DateRange{First: day, Last: day.AddDays(1)}.PossibleInstants()
		for _, name := range farthest {
			zone := loadZone(t, name)
			if first, last := zone.StartOf(day), zone.StartOf(day.AddDays(2)); first < start || end < last {
				t.Errorf("%s and the next day last from %v to %v in %s, beyond %v to %v", date, first, last, name, start, end)
			}
		}
	}
}
