package availability_test

import (
	"sync"
	"testing"
	"time"

	. "visavis/internal/availability"
	"visavis/internal/civil"
)

// zonesThatChange set their clocks in every way there is.
var zonesThatChange = []struct{ name, remarkable string }{
	{"Europe/Berlin", "at 02:00"},
	{"Europe/London", "at 01:00"},
	{"America/New_York", "at 02:00, on other Sundays"},
	{"America/Sao_Paulo", "at midnight until 2019: the day begins at 01:00, or its last hour comes twice"},
	{"America/St_Johns", "offset of :30; at 00:01 until 2011: a minute of tomorrow comes before an hour of today"},
	{"America/Havana", "at 00:00, back at 01:00"},
	{"Australia/Lord_Howe", "by 30 minutes"},
	{"Pacific/Apia", "2011-12-30 is skipped"},
	{"Africa/Cairo", "at midnight, from 2023 again"},
	{"Africa/Casablanca", "back for Ramadan"},
	{"Asia/Beirut", "at midnight"},
	{"Asia/Tehran", "at midnight until 2022, offset of :30"},
	{"Asia/Pyongyang", "a new offset, in 2015 and 2018"},
	{"Atlantic/Azores", "at 00:00, back at 01:00"},
	{"Antarctica/Troll", "by two hours"},
	{"Pacific/Chatham", "offset of :45"},
}

const firstYear, lastYear = 2010, 2027

// clockChanges returns the instants at which the zone sets its clocks.
func clockChanges(t testing.TB, zone civil.Zone) []civil.Instant {
	t.Helper()
	find, _ := foundChanges.LoadOrStore(zone.String(), sync.OnceValue(func() []civil.Instant { return findClockChanges(zone) }))
	changes := find.(func() []civil.Instant)()
	if len(changes) == 0 {
		t.Fatalf("%v never sets its clocks", zone)
	}
	return changes
}

// foundChanges holds by zone what findClockChanges returns.
var foundChanges sync.Map

// findClockChanges compares the offset of the zone's clock on every day with that on the next.
func findClockChanges(zone civil.Zone) (changes []civil.Instant) {
	offset := func(at civil.Instant) int {
		_, offset := zone.Local(at).Zone()
		return offset
	}
	end := civil.Instant(civil.NewDate(lastYear+1, time.January, 1).Midnight())
	for at := civil.Instant(civil.NewDate(firstYear, time.January, 1).Midnight()); at < end; at += 86400 {
		if offset(at) == offset(at+86400) {
			continue
		}
		change := at
		for offset(change) == offset(at) {
			change += 60
		}
		changes = append(changes, change)
	}
	return changes
}

// TestClockChanges checks every start around every clock change.
func TestClockChanges(t *testing.T) {
	for _, z := range zonesThatChange {
		t.Run(z.name, func(t *testing.T) {
			t.Parallel()
			q := anna(t)
			q.branch.Zone = zone(t, z.name)
			q.branch.Rules.StartInterval = 30 * time.Minute
			q.now = 0
			q.branch.Rules.HorizonDays = 100_000
			for i, change := range clockChanges(t, q.branch.Zone) {
				today := q.branch.Zone.Date(change)
				q.dates = civil.DateRange{First: today - 1, Last: today + 1}
				// In one year a night in two shifts and a day, in another only the hours of the change.
				if i/2%2 == 0 {
					q.works(t, "00:00-05:30,09:00-09:45,20:15-24:00")
					q.service.Duration = 2 * time.Hour
				} else {
					q.works(t, "00:00-03:15,23:30-24:00")
					q.service.Duration = 15 * time.Minute
				}
				if compareWithReference(t, *q) == 0 {
					t.Errorf("on %v nothing is offered", today)
				}
			}
		})
	}
}

// TestNineStaysNine checks that a shift starts at nine on both sides of every clock change.
func TestNineStaysNine(t *testing.T) {
	for _, z := range zonesThatChange {
		t.Run(z.name, func(t *testing.T) {
			q := anna(t)
			q.branch.Zone = zone(t, z.name)
			q.works(t, "09:00-10:00")
			q.now = 0
			q.branch.Rules.HorizonDays = 100_000
			for _, change := range clockChanges(t, q.branch.Zone) {
				today := q.branch.Zone.Date(change)
				for date := today - 3; date <= today+3; date++ {
					q.dates = civil.DateRange{First: date, Last: date}
					want := "09:00"
					if z.name == "Pacific/Apia" && date.String() == "2011-12-30" {
						want = ""
					}
					if got := q.offered(); got != want {
						t.Errorf("%v: offered %q, want %q", date, got, want)
					}
				}
			}
		})
	}
}

// TestClockChangesInWords shows what a gap and a fold mean to a customer.
func TestClockChangesInWords(t *testing.T) {
	for _, test := range []struct {
		name, zone, first, last string
		shifts                  string
		duration                time.Duration
		offered                 string
	}{
		{"an hour is missing", "Europe/Berlin", "2027-03-28", "2027-03-28", "00:00-05:00", time.Hour,
			"00:00 01:00 03:00 04:00"},
		{"two hours of the clock last one hour", "Europe/Berlin", "2027-03-28", "2027-03-28", "01:00-04:00", 2 * time.Hour,
			"01:00"},
		{"an hour comes twice", "Europe/Berlin", "2027-10-31", "2027-10-31", "01:00-04:00", time.Hour,
			"01:00 02:00 02:00 03:00"},
		{"a shift within the hour that is missing", "Europe/Berlin", "2027-03-28", "2027-03-28", "02:00-03:00", time.Hour,
			""},
		{"a shift within the hour that comes twice", "Europe/Berlin", "2027-10-31", "2027-10-31", "02:00-03:00", 2 * time.Hour,
			"02:00"},
		{"midnight is missing", "America/Sao_Paulo", "2018-11-03", "2018-11-04", "00:00-02:00,22:00-24:00", 2 * time.Hour,
			"2018-11-03: 00:00 22:00 23:00; 2018-11-04: 22:00 23:00"},
		{"the last hour comes twice", "America/Sao_Paulo", "2019-02-16", "2019-02-17", "00:00-01:00,23:00-24:00", time.Hour,
			"2019-02-16: 00:00 23:00 23:00; 2019-02-17: 00:00 23:00"},
		{"half an hour is missing", "Australia/Lord_Howe", "2026-10-04", "2026-10-04", "01:00-04:00", time.Hour,
			"01:00 03:00"},
		{"a date is missing", "Pacific/Apia", "2011-12-29", "2011-12-31", "00:00-01:00,23:00-24:00", 2 * time.Hour,
			"2011-12-29: 23:00; 2011-12-31: 23:00"},
	} {
		t.Run(test.name, func(t *testing.T) {
			q := anna(t)
			q.branch.Zone = zone(t, test.zone)
			q.branch.Rules.HorizonDays = 100_000
			q.now = 0
			q.service.Duration = test.duration
			q.works(t, test.shifts)
			q.ask(t, test.first, test.last)
			if got := q.offered(); got != test.offered {
				t.Errorf("offered %q, want %q", got, test.offered)
			}
			compareWithReference(t, *q)
		})
	}
}

// In Newfoundland the clocks went back from 00:01 to 23:01: a minute of Sunday
// came before the last hour of Saturday, and each start is listed on its date.
func TestDateThatComesBack(t *testing.T) {
	q := anna(t)
	q.branch.Zone = zone(t, "America/St_Johns")
	q.branch.Rules = Rules{StartInterval: 30 * time.Minute, HorizonDays: 100_000}
	q.now = 0
	q.service.Duration = 30 * time.Minute
	q.works(t, "00:00-01:00,23:00-24:00")
	q.ask(t, "2010-11-06", "2010-11-07")
	const want = "2010-11-06: 00:00 00:30 23:00 23:30 23:30; 2010-11-07: 00:00 00:00 00:30 23:00 23:30"
	if got := q.offered(); got != want {
		t.Errorf("offered %q, want %q", got, want)
	}
	q.now = local(t, q.branch.Zone, "2010-11-07 00:30") - 3600 - 30*60 // the first 00:00 of the two
	if got := q.offered(); got != "2010-11-06: 23:30; 2010-11-07: 00:00 00:00 00:30 23:00 23:30" {
		t.Errorf("from midnight on, offered %q", got)
	}
	compareWithReference(t, *q)
}
