package binding

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"time"

	"visavis/internal/civil"
)

func TestDurationsAreWholeSeconds(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"PT0M": 0, "PT30M": 30 * time.Minute, "PT1H": time.Hour, "PT1H15M": 75 * time.Minute, "PT60S": time.Minute, "PT30S": 30 * time.Second, "P1D": 24 * time.Hour, "P1W": 7 * 24 * time.Hour, "P1DT2H": 26 * time.Hour,
	} {
		if got, err := UnmarshalDuration(text); err != nil || got != want {
			t.Errorf("%s parses as %v, %v", text, got, err)
		}
	}
	for _, text := range []any{"", "30", "PT0.5S", "-PT30M", "PT", "30 Minuten", 30, nil, "P", "P1M", "P1Y", "P1Y1D", "P1MT1M", "P99999999999D"} {
		_, err := UnmarshalDuration(text)
		var format *civil.FormatError
		if !errors.As(err, &format) || format.Kind != "Duration" {
			t.Errorf("%v: got error %v", text, err)
		}
	}
}

func TestDurationsRoundTrip(t *testing.T) {
	const day = 24 * time.Hour
	for d, want := range map[time.Duration]string{
		0: "PT0M", time.Minute: "PT1M", time.Hour: "PT1H", 90 * time.Minute: "PT1H30M", day: "P1D", 36 * time.Hour: "P1DT12H",
		730 * time.Hour: "P30DT10H", 365 * day: "P365D", 2*day + time.Minute: "P2DT1M",
		30 * time.Second: "PT30S", 90 * time.Second: "PT1M30S", time.Hour + time.Second: "PT1H1S", day + time.Second: "P1DT1S",
	} {
		var written strings.Builder
		MarshalDuration(d).MarshalGQL(&written)
		if written.String() != strconv.Quote(want) {
			t.Errorf("%v is written as %s, want %s", d, written.String(), want)
		}
		if got, err := UnmarshalDuration(want); err != nil || got != d {
			t.Errorf("%v is written as %s, which parses as %v, %v", d, want, got, err)
		}
	}
}
