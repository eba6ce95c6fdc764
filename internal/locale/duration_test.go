package locale

import (
	"slices"
	"testing"
	"time"
)

func TestDurationsAreWrittenInTheirLargestWholeUnit(t *testing.T) {
	for d, want := range map[time.Duration][]string{
		0:                    {"0 minutes", "0 Minuten", "0 minute", "0 dakika"},
		time.Minute:          {"1 minute", "1 Minute", "1 minute", "1 dakika"},
		90 * time.Minute:     {"90 minutes", "90 Minuten", "90 minutes", "90 dakika"},
		time.Hour:            {"1 hour", "1 Stunde", "1 heure", "1 saat"},
		36 * time.Hour:       {"36 hours", "36 Stunden", "36 heures", "36 saat"},
		24 * time.Hour:       {"1 day", "1 Tag", "1 jour", "1 gün"},
		365 * 24 * time.Hour: {"365 days", "365 Tage", "365 jours", "365 gün"},
	} {
		var got []string
		for _, l := range All() {
			got = append(got, Duration(d).In(l))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%v is written as %q", d, got)
		}
	}
	if got := Minutes(German, 2*time.Hour); got != "120 Minuten" {
		t.Errorf("in minutes, two hours are %q", got)
	}
}
