package civil_test

import (
	"math"
	"testing"

	. "visavis/internal/civil"
)

func TestDateRange(t *testing.T) {
	for _, test := range []struct {
		first, last string
		days        int
		contains    []string
		lacks       []string
	}{
		{"2026-11-23", "2026-11-23", 1, []string{"2026-11-23"}, []string{"2026-11-22", "2026-11-24"}},
		{"2026-11-23", "2026-12-02", 10, []string{"2026-11-23", "2026-11-30", "2026-12-02"}, []string{"2026-11-22", "2026-12-03"}},
		{"1969-12-31", "1970-01-01", 2, []string{"1969-12-31", "1970-01-01"}, []string{"1969-12-30", "1970-01-02"}},
		{"2026-11-24", "2026-11-23", 0, nil, []string{"2026-11-23", "2026-11-24"}},
		{"2026-11-24", "2020-01-01", 0, nil, []string{"2022-11-23"}},
	} {
		dates := DateRange{First: parseDate(t, test.first), Last: parseDate(t, test.last)}
		if got := dates.Days(); got != test.days {
			t.Errorf("%s to %s: %d days, want %d", test.first, test.last, got, test.days)
		}
		for _, text := range test.contains {
			if !dates.Contains(parseDate(t, text)) {
				t.Errorf("%s to %s lacks %s", test.first, test.last, text)
			}
		}
		for _, text := range test.lacks {
			if dates.Contains(parseDate(t, text)) {
				t.Errorf("%s to %s contains %s", test.first, test.last, text)
			}
		}
	}
}

func TestLongestDateRange(t *testing.T) {
	if got := (DateRange{math.MinInt32, math.MaxInt32}).Days(); got != 1<<32 {
		t.Error(got)
	}
}
