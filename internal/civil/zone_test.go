package civil_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	. "visavis/internal/civil"
)

func TestLoadZone(t *testing.T) {
	for _, name := range []string{"Europe/Berlin", "America/Argentina/Buenos_Aires", "Pacific/Apia", "UTC"} {
		zone, err := LoadZone(name)
		if err != nil || zone.String() != name {
			t.Errorf("%s: %v, %v", name, zone, err)
		}
	}
	for _, name := range []string{"", "Local", "local", "LOCAL", "Berlin", "Europe/Atlantis", "../etc/passwd", "/etc/localtime", "+01:00", " "} {
		_, err := LoadZone(name)
		checkFormatError(t, err, "TimeZone", name)
	}
}

func TestLocal(t *testing.T) {
	for _, test := range []struct{ zone, instant, local, date string }{
		{"Europe/Berlin", "2026-11-23T08:00:00Z", "09:00", "2026-11-23"},
		{"Europe/Berlin", "2026-07-23T22:00:00Z", "00:00", "2026-07-24"},
		{"America/New_York", "2026-11-23T04:59:00Z", "23:59", "2026-11-22"},
		{"Pacific/Kiritimati", "2026-11-23T10:00:00Z", "00:00", "2026-11-24"},
		{"Pacific/Apia", "2011-12-30T09:59:00Z", "23:59", "2011-12-29"},
		{"Pacific/Apia", "2011-12-30T10:00:00Z", "00:00", "2011-12-31"},
	} {
		zone, at := loadZone(t, test.zone), parseInstant(t, test.instant)
		if got := zone.Local(at).Format("15:04"); got != test.local {
			t.Errorf("%s: %s is %s, want %s", test.zone, test.instant, got, test.local)
		}
		if got := zone.Date(at).String(); got != test.date {
			t.Errorf("%s: %s is on %s, want %s", test.zone, test.instant, got, test.date)
		}
	}
}

func TestSegments(t *testing.T) {
	for _, test := range []struct {
		name, zone  string
		first, last string
		offsets     string // in minutes, with the changes between them
	}{
		{"no change", "Europe/Berlin", "2026-11-23", "2026-11-23", "60"},
		{"never a change", "UTC", "2026-01-01", "2026-12-31", "0"},
		{"spring", "Europe/Berlin", "2027-03-28", "2027-03-28", "60, 2027-03-28T01:00:00Z, 120"},
		{"autumn", "Europe/Berlin", "2027-10-31", "2027-10-31", "120, 2027-10-31T01:00:00Z, 60"},
		{"a year", "Europe/London", "2026-01-01", "2026-12-31", "0, 2026-03-29T01:00:00Z, 60, 2026-10-25T01:00:00Z, 0"},
		{"half an hour", "Australia/Lord_Howe", "2026-10-04", "2026-10-04", "630, 2026-10-03T15:30:00Z, 660"},
		{"midnight is missing", "America/Sao_Paulo", "2018-11-04", "2018-11-04", "-180, 2018-11-04T03:00:00Z, -120"},
		{"a date is missing", "Pacific/Apia", "2011-12-30", "2011-12-30", "-600, 2011-12-30T10:00:00Z, 840"},
		{"after the last change that is listed", "Europe/Berlin", "2051-03-26", "2051-03-26", "60, 2051-03-26T01:00:00Z, 120"},
	} {
		t.Run(test.name, func(t *testing.T) {
			segments := loadZone(t, test.zone).Segments(parseDate(t, test.first), parseDate(t, test.last))
			var offsets []string
			for i, segment := range segments {
				if i > 0 {
					offsets = append(offsets, segment.Start.String())
				}
				offsets = append(offsets, fmt.Sprint(segment.Offset/60))
			}
			if got := strings.Join(offsets, ", "); got != test.offsets {
				t.Errorf("got %s, want %s", got, test.offsets)
			}
		})
	}
}

// TestSegmentsAreWhole checks what callers count on: the segments follow each
// other without a hole, reach a day beyond the dates and give the right offset.
func TestSegmentsAreWhole(t *testing.T) {
	for _, name := range []string{"Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Africa/Casablanca", "Antarctica/Troll", "Asia/Kathmandu"} {
		zone := loadZone(t, name)
		for year := 2009; year <= 2027; year++ {
			first, last := NewDate(year, time.January, 1), NewDate(year, time.December, 31)
			segments := zone.Segments(first, last)
			const day = 24 * 60 * 60
			if segments[0].Start > zone.StartOf(first)-day || segments[len(segments)-1].End < zone.StartOf(last+1)+day {
				t.Errorf("%s %d: %v", name, year, segments)
			}
			for i, segment := range segments {
				if segment.End <= segment.Start || i > 0 && segments[i-1].End != segment.Start {
					t.Errorf("%s %d: segment %d of %v", name, year, i, segments)
				}
				for _, at := range []Instant{segment.Start, (segment.Start + segment.End) / 2, segment.End - 1} {
					if _, offset := zone.Local(at).Zone(); int64(offset) != segment.Offset {
						t.Errorf("%s: at %v the offset is %d, not %d", name, at, offset, segment.Offset)
					}
				}
			}
		}
	}
}

func TestStartOf(t *testing.T) {
	for _, test := range []struct{ name, zone, date, start string }{
		{"winter", "Europe/Berlin", "2026-11-23", "2026-11-22T23:00:00Z"},
		{"summer", "Europe/Berlin", "2026-07-23", "2026-07-22T22:00:00Z"},
		{"the day of a change", "Europe/Berlin", "2027-03-28", "2027-03-27T23:00:00Z"},
		{"the day after it", "Europe/Berlin", "2027-03-29", "2027-03-28T22:00:00Z"},
		{"midnight is missing", "America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"},
		{"midnight is missing", "Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z"},
		{"midnight is missing", "Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z"},
		{"midnight comes twice", "America/Havana", "2026-11-01", "2026-11-01T04:00:00Z"},
		{"the hour before midnight comes twice", "America/Sao_Paulo", "2019-02-17", "2019-02-17T03:00:00Z"},
		{"the hour before midnight comes twice", "America/Sao_Paulo", "2019-02-16", "2019-02-16T02:00:00Z"},
		{"a minute of it, then yesterday again", "America/St_Johns", "2010-11-07", "2010-11-07T02:30:00Z"},
		{"before the date that is missing", "Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z"},
		{"the date that is missing", "Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"},
		{"after the date that is missing", "Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"},
		{"a date that came twice", "Pacific/Apia", "1892-07-04", "1892-07-03T11:26:56Z"},
		{"farthest ahead", "Pacific/Kiritimati", "2026-11-23", "2026-11-22T10:00:00Z"},
		{"farthest behind", "Pacific/Pago_Pago", "2026-11-23", "2026-11-23T11:00:00Z"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := loadZone(t, test.zone).StartOf(parseDate(t, test.date)).String(); got != test.start {
				t.Errorf("%s in %s starts at %s, want %s", test.date, test.zone, got, test.start)
			}
		})
	}
}

func loadZone(t *testing.T, name string) Zone {
	t.Helper()
	zone, err := LoadZone(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func parseInstant(t *testing.T, text string) Instant {
	t.Helper()
	instant, err := ParseInstant(text)
	if err != nil {
		t.Fatal(err)
	}
	return instant
}

func TestWhatTheMachineCallsAZoneIsNotOneOfTheIANA(t *testing.T) {
	for _, name := range []string{"right/Europe/Berlin", "posix/Europe/Berlin", "posixrules", "localtime", "Factory"} {
		if _, err := LoadZone(name); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
