package join

import (
	"testing"
	"time"
	_ "time/tzdata"

	"visavis/internal/civil"
	"visavis/internal/locale"
)

func TestAMomentIsToldByTheClockOfItsZone(t *testing.T) {
	for _, test := range []struct {
		zone, start string // the start in UTC; it lasts half an hour
		german      moment
		english     moment
	}{
		{
			"Europe/Berlin", "2026-11-24T10:00:00Z",
			moment{"Dienstag, 24. November 2026", "11:00–11:30 Uhr", "Europe/Berlin (UTC+1)"},
			moment{"Tuesday, 24 November 2026", "11:00–11:30", "Europe/Berlin (UTC+1)"},
		},
		{
			"Europe/Berlin", "2026-06-30T22:45:00Z", // another day than in UTC
			moment{"Mittwoch, 1. Juli 2026", "00:45–01:15 Uhr", "Europe/Berlin (UTC+2)"},
			moment{"Wednesday, 1 July 2026", "00:45–01:15", "Europe/Berlin (UTC+2)"},
		},
		{
			"Europe/Berlin", "2026-03-29T00:45:00Z", // the clock is put forward
			moment{"Sonntag, 29. März 2026", "01:45 (UTC+1) – 03:15 (UTC+2) Uhr", "Europe/Berlin"},
			moment{"Sunday, 29 March 2026", "01:45 (UTC+1) – 03:15 (UTC+2)", "Europe/Berlin"},
		},
		{
			"Europe/Berlin", "2026-10-25T00:45:00Z", // the clock is put back
			moment{"Sonntag, 25. Oktober 2026", "02:45 (UTC+2) – 02:15 (UTC+1) Uhr", "Europe/Berlin"},
			moment{"Sunday, 25 October 2026", "02:45 (UTC+2) – 02:15 (UTC+1)", "Europe/Berlin"},
		},
		{
			"Europe/London", "2026-12-25T09:00:00Z",
			moment{"Freitag, 25. Dezember 2026", "09:00–09:30 Uhr", "Europe/London (UTC)"},
			moment{"Friday, 25 December 2026", "09:00–09:30", "Europe/London (UTC)"},
		},
		{
			"Asia/Kathmandu", "2026-01-01T09:00:00Z",
			moment{"Donnerstag, 1. Januar 2026", "14:45–15:15 Uhr", "Asia/Kathmandu (UTC+5:45)"},
			moment{"Thursday, 1 January 2026", "14:45–15:15", "Asia/Kathmandu (UTC+5:45)"},
		},
		{
			"America/St_Johns", "2026-01-01T09:00:00Z",
			moment{"Donnerstag, 1. Januar 2026", "05:30–06:00 Uhr", "America/St_Johns (UTC−3:30)"},
			moment{"Thursday, 1 January 2026", "05:30–06:00", "America/St_Johns (UTC−3:30)"},
		},
	} {
		zone, err := civil.LoadZone(test.zone)
		if err != nil {
			t.Fatal(err)
		}
		start, err := civil.ParseInstant(test.start)
		if err != nil {
			t.Fatal(err)
		}
		for l, want := range map[locale.Locale]moment{locale.German: test.german, locale.English: test.english} {
			if got := momentOf(l, zone, start, start.Add(30*time.Minute)); got != want {
				t.Errorf("%s in %s: %+v, want %+v", test.start, test.zone, got, want)
			}
		}
	}
}
