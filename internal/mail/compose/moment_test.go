package compose

import (
	"testing"

	"visavis/internal/civil"
	"visavis/internal/locale"
)

func TestMoments(t *testing.T) {
	for _, test := range []struct{ at, zone, german, english string }{
		{"2026-11-24T09:00:00Z", "Europe/Berlin", "Dienstag, 24. November 2026, 10:00 Uhr (MEZ, Europe/Berlin)", "Tuesday, 24 November 2026, 10:00 (CET, Europe/Berlin)"},
		{"2026-03-01T22:05:00Z", "Europe/Berlin", "Sonntag, 1. März 2026, 23:05 Uhr (MEZ, Europe/Berlin)", "Sunday, 1 March 2026, 23:05 (CET, Europe/Berlin)"},
		// The repeated hour.
		{"2027-10-31T00:30:00Z", "Europe/Berlin", "Sonntag, 31. Oktober 2027, 02:30 Uhr (MESZ, Europe/Berlin)", "Sunday, 31 October 2027, 02:30 (CEST, Europe/Berlin)"},
		{"2027-10-31T01:30:00Z", "Europe/Berlin", "Sonntag, 31. Oktober 2027, 02:30 Uhr (MEZ, Europe/Berlin)", "Sunday, 31 October 2027, 02:30 (CET, Europe/Berlin)"},
		{"2026-07-04T12:00:00Z", "America/New_York", "Samstag, 4. Juli 2026, 08:00 Uhr (EDT, America/New_York)", "Saturday, 4 July 2026, 08:00 (EDT, America/New_York)"},
		{"2026-07-04T12:00:00Z", "America/Sao_Paulo", "Samstag, 4. Juli 2026, 09:00 Uhr (UTC−03, America/Sao_Paulo)", "Saturday, 4 July 2026, 09:00 (UTC−03, America/Sao_Paulo)"},
		{"2026-07-04T12:00:00Z", "Asia/Kathmandu", "Samstag, 4. Juli 2026, 17:45 Uhr (UTC+0545, Asia/Kathmandu)", "Saturday, 4 July 2026, 17:45 (UTC+0545, Asia/Kathmandu)"},
	} {
		at, err := civil.ParseInstant(test.at)
		if err != nil {
			t.Fatal(err)
		}
		zone, err := civil.LoadZone(test.zone)
		if err != nil {
			t.Fatal(err)
		}
		if got := momentOf(locale.German, zone, at); got != test.german {
			t.Errorf("%s: %s", test.at, got)
		}
		if got := momentOf(locale.English, zone, at); got != test.english {
			t.Errorf("%s: %s", test.at, got)
		}
	}
}
