package civil_test

import (
	"fmt"
	"strings"
	"testing"

	"visavis/internal/civil"
)

func TestHours(t *testing.T) {
	for _, test := range []struct{ name, zone, from, until, want string }{
		{"an hour", "Europe/Berlin", "2026-11-23T08:00:00Z", "2026-11-23T09:00:00Z", "09 60m"},
		{"from half past to a quarter past", "Europe/Berlin", "2026-11-23T08:30:00Z", "2026-11-23T10:15:00Z", "09 30m, 10 60m, 11 15m"},
		{"nothing", "Europe/Berlin", "2026-11-23T08:00:00Z", "2026-11-23T08:00:00Z", ""},
		{"over midnight", "Europe/Berlin", "2026-11-23T22:30:00Z", "2026-11-23T23:30:00Z", "23 30m, 00 30m"},
		{"the hour that is skipped in spring", "Europe/Berlin", "2027-03-28T00:00:00Z", "2027-03-28T02:00:00Z", "01 60m, 03 60m"},
		{"the hour that comes twice in autumn", "Europe/Berlin", "2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z", "02 60m, 02 60m"},
		{"a clock that goes by half an hour", "Australia/Lord_Howe", "2026-04-04T14:30:00Z", "2026-04-04T16:00:00Z", "01 30m, 01 30m, 02 30m"},
		{"a zone of half an hour", "Asia/Kolkata", "2026-11-23T03:30:00Z", "2026-11-23T05:00:00Z", "09 60m, 10 30m"},
	} {
		t.Run(test.name, func(t *testing.T) {
			zone, from, until := zoneOf(t, test.zone), instantOf(t, test.from), instantOf(t, test.until)
			var got []string
			for local, length := range zone.Hours(from, until) {
				got = append(got, fmt.Sprintf("%02d %dm", local.Hour(), int(length.Minutes())))
			}
			if told := strings.Join(got, ", "); told != test.want {
				t.Errorf("%q, want %q", told, test.want)
			}
		})
	}
}

func zoneOf(t *testing.T, name string) civil.Zone {
	t.Helper()
	zone, err := civil.LoadZone(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func instantOf(t *testing.T, text string) civil.Instant {
	t.Helper()
	at, err := civil.ParseInstant(text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}
