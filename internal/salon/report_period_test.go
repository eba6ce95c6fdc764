package salon

import (
	"strings"
	"testing"

	"visavis/internal/civil"
)

func TestMonthsIn(t *testing.T) {
	for _, test := range []struct{ first, last, want string }{
		{"2026-11-05", "2026-11-05", "2026-11: 2026-11-05 to 2026-11-05"},
		{"2025-12-31", "2026-02-01", "2025-12: 2025-12-31 to 2025-12-31, 2026-01: 2026-01-01 to 2026-01-31, 2026-02: 2026-02-01 to 2026-02-01"},
		{"2028-02-01", "2028-03-01", "2028-02: 2028-02-01 to 2028-02-29, 2028-03: 2028-03-01 to 2028-03-01"},
	} {
		first, _ := civil.ParseDate(test.first)
		last, _ := civil.ParseDate(test.last)
		var got []string
		for _, month := range monthsIn(civil.DateRange{First: first, Last: last}) {
			got = append(got, month.name+": "+month.dates.First.String()+" to "+month.dates.Last.String())
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s to %s: got %v, want %s", test.first, test.last, got, test.want)
		}
	}
}
