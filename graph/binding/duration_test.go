package binding

import (
	"errors"
	"strings"
	"testing"
	"time"

	"visavis/internal/civil"
)

func TestDurationsAreWholeMinutes(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"PT0M": 0, "PT30M": 30 * time.Minute, "PT1H": time.Hour, "PT1H15M": 75 * time.Minute, "PT60S": time.Minute, "P1D": 24 * time.Hour,
	} {
		if got, err := UnmarshalDuration(text); err != nil || got != want {
			t.Errorf("%s is read as %v, %v", text, got, err)
		}
	}
	for _, text := range []any{"", "30", "PT90S", "-PT30M", "PT", "30 Minuten", 30, nil} {
		_, err := UnmarshalDuration(text)
		var format *civil.FormatError
		if !errors.As(err, &format) || format.Kind != "Duration" {
			t.Errorf("%v gives %v", text, err)
		}
	}
}

func TestDurationsAreWrittenAsTheyAreRead(t *testing.T) {
	for _, d := range []time.Duration{0, time.Minute, 90 * time.Minute, 36 * time.Hour} {
		var written strings.Builder
		MarshalDuration(d).MarshalGQL(&written)
		if got, err := UnmarshalDuration(strings.Trim(written.String(), `"`)); err != nil || got != d {
			t.Errorf("%v is written as %s and read as %v, %v", d, written.String(), got, err)
		}
	}
}
