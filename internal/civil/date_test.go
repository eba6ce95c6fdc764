package civil_test

import (
	"testing"
	"time"

	. "visavis/internal/civil"
)

func TestParseDate(t *testing.T) {
	for _, test := range []struct {
		text string
		date Date
		good bool
	}{
		{"1970-01-01", 0, true},
		{"1970-01-02", 1, true},
		{"1969-12-31", -1, true},
		{"2000-02-29", 11016, true},
		{"2026-11-23", 20780, true},
		{"9999-12-31", 2932896, true},
		{"2026-02-30", 0, false},
		{"2027-02-29", 0, false},
		{"2026-13-01", 0, false},
		{"2026-00-10", 0, false},
		{"2026-1-2", 0, false},
		{"23.11.2026", 0, false},
		{"2026-11-23T00:00:00Z", 0, false},
		{" 2026-11-23", 0, false},
		{"today", 0, false},
		{"", 0, false},
	} {
		date, err := ParseDate(test.text)
		if (err == nil) != test.good || date != test.date {
			t.Errorf("%q: %d, %v", test.text, date, err)
		}
		if !test.good {
			checkFormatError(t, err, "LocalDate", test.text)
		} else if date.String() != test.text {
			t.Errorf("%q became %q", test.text, date)
		}
	}
}

func TestNewDate(t *testing.T) {
	for _, test := range []struct {
		year  int
		month time.Month
		day   int
		want  string
	}{
		{2026, time.November, 23, "2026-11-23"},
		{2026, time.November, 31, "2026-12-01"},
		{2026, 14, 1, "2027-02-01"},
		{2028, time.March, 0, "2028-02-29"},
		{1969, time.December, 31, "1969-12-31"},
		{1900, time.March, 0, "1900-02-28"},
	} {
		if got := NewDate(test.year, test.month, test.day).String(); got != test.want {
			t.Errorf("%d-%d-%d is %s, want %s", test.year, test.month, test.day, got, test.want)
		}
	}
}

func TestWeekday(t *testing.T) {
	for _, test := range []struct {
		date    string
		weekday time.Weekday
		monday  string
	}{
		{"2026-11-22", time.Sunday, "2026-11-16"},
		{"2026-11-23", time.Monday, "2026-11-23"},
		{"2026-11-24", time.Tuesday, "2026-11-23"},
		{"2026-11-29", time.Sunday, "2026-11-23"},
		{"2027-01-01", time.Friday, "2026-12-28"},
		{"1970-01-01", time.Thursday, "1969-12-29"},
		{"1969-12-31", time.Wednesday, "1969-12-29"},
		{"1900-01-01", time.Monday, "1900-01-01"},
		{"1899-12-31", time.Sunday, "1899-12-25"},
	} {
		date := parseDate(t, test.date)
		if got := date.Weekday(); got != test.weekday {
			t.Errorf("%v is a %v, want %v", date, got, test.weekday)
		}
		if got := date.Monday().String(); got != test.monday {
			t.Errorf("the week of %v begins on %v, want %v", date, got, test.monday)
		}
	}
}

// TestDateIsTime holds a hundred years of dates against the standard library.
func TestDateIsTime(t *testing.T) {
	day := time.Date(1950, time.January, 1, 0, 0, 0, 0, time.UTC)
	for date := NewDate(1950, time.January, 1); date < NewDate(2050, time.January, 1); date = date.AddDays(1) {
		if !date.Time().Equal(day) || date.Weekday() != day.Weekday() || date.Midnight() != day.Unix() {
			t.Fatalf("%v: %v %v %d", day, date.Time(), date.Weekday(), date.Midnight())
		}
		if date.Monday().Weekday() != time.Monday || date.Monday() > date || date > date.Monday().AddDays(6) {
			t.Fatalf("the week of %v begins on %v", date, date.Monday())
		}
		day = day.AddDate(0, 0, 1)
	}
}

func TestAddDays(t *testing.T) {
	for _, test := range []struct {
		date string
		days int
		want string
	}{
		{"2026-11-23", 0, "2026-11-23"},
		{"2026-11-23", 8, "2026-12-01"},
		{"2028-02-28", 1, "2028-02-29"},
		{"2026-01-01", -1, "2025-12-31"},
		{"1970-01-01", -365, "1969-01-01"},
	} {
		if got := parseDate(t, test.date).AddDays(test.days).String(); got != test.want {
			t.Errorf("%s and %d days: %s, want %s", test.date, test.days, got, test.want)
		}
	}
}

func TestDateRoundTrips(t *testing.T) {
	for _, text := range []string{"2026-11-23", "1969-12-31", "2028-02-29"} {
		checkSQL(t, parseDate(t, text), text)
		checkJSON(t, parseDate(t, text), `"`+text+`"`)
		checkGraphQL(t, parseDate(t, text), text)
	}
}

func TestScanDate(t *testing.T) {
	var date Date
	midnight := time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC)
	if err := date.Scan(midnight); err != nil || date.String() != "2026-11-23" {
		t.Errorf("a date column: %v, %v", date, err)
	}
	for _, stored := range []any{nil, int64(1), "nonsense", []byte("2026-02-30")} {
		if err := date.Scan(stored); err == nil || date.String() != "2026-11-23" {
			t.Errorf("%v: %v, %v", stored, date, err)
		}
	}
}

func TestUnmarshalDate(t *testing.T) {
	date := NewDate(2026, time.November, 23)
	for _, input := range []any{nil, 20780, true, "2026-02-30", ""} {
		if err := date.UnmarshalGQL(input); err == nil || date.String() != "2026-11-23" {
			t.Errorf("%v: %v, %v", input, date, err)
		}
	}
}

func parseDate(t *testing.T, text string) Date {
	t.Helper()
	date, err := ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return date
}

func TestDatesEndWhereTheyCanNoLongerBeWritten(t *testing.T) {
	for text, want := range map[string]Date{"0001-01-01": FirstDate, "9999-12-31": LastDate} {
		if got, err := ParseDate(text); err != nil || got != want {
			t.Errorf("%s is %v, %v", text, got, err)
		}
	}
	if got := FirstDate.AddDays(-1); got != FirstDate {
		t.Errorf("before the first date is %v", got)
	}
	if got := LastDate.AddDays(1); got != LastDate {
		t.Errorf("after the last date is %v", got)
	}
	for _, text := range []string{"0000-12-31", "10000-01-01"} {
		if got, err := ParseDate(text); err == nil {
			t.Errorf("%s is read as %v", text, got)
		}
	}
	for _, text := range []string{"0000-12-31T23:59:59Z", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00"} {
		if got, err := ParseInstant(text); err == nil {
			t.Errorf("%s is read as %v", text, got)
		}
	}
}
