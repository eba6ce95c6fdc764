package locale

import (
	"testing"
	"time"
)

func TestDurationsAreWrittenInTheirLargestWholeUnit(t *testing.T) {
	for d, want := range map[time.Duration][2]string{
		0:                    {"0 Minuten", "0 minutes"},
		time.Minute:          {"1 Minute", "1 minute"},
		90 * time.Minute:     {"90 Minuten", "90 minutes"},
		time.Hour:            {"1 Stunde", "1 hour"},
		36 * time.Hour:       {"36 Stunden", "36 hours"},
		24 * time.Hour:       {"1 Tag", "1 day"},
		365 * 24 * time.Hour: {"365 Tage", "365 days"},
	} {
		if got := [2]string{Duration(d).In(German), Duration(d).In(English)}; got != want {
			t.Errorf("%v is written as %q", d, got)
		}
	}
}
