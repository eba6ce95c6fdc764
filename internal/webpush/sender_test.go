package webpush

import (
	"net/http"
	"testing"
	"time"

	"visavis/internal/civil"
)

func TestAnswersOfPushServices(t *testing.T) {
	for status, want := range map[int]Outcome{
		200: Sent, 201: Sent, 202: Sent,
		301: Refused, 307: Refused, 308: Refused,
		400: Refused, 401: Refused, 403: Refused, 413: Refused,
		404: Gone, 410: Gone,
		408: Busy, 429: Busy, 500: Busy, 503: Busy,
	} {
		if got := outcomeOf(status); got != want {
			t.Errorf("%d: %s, want %s", status, got, want)
		}
	}
}

func TestHowLongAPushServiceAsksToWait(t *testing.T) {
	const now civil.Instant = 1795420800
	for header, want := range map[string]time.Duration{
		"":                    0,
		"soon":                0,
		"-5":                  0,
		"30":                  30 * time.Second,
		"9223372036854775807": 24 * time.Hour,
		now.Time().Add(time.Minute).UTC().Format(http.TimeFormat):   time.Minute,
		now.Time().Add(-time.Minute).UTC().Format(http.TimeFormat):  0,
		now.Time().AddDate(100, 0, 0).UTC().Format(http.TimeFormat): 24 * time.Hour,
	} {
		if got := waitOf(header, now); got != want {
			t.Errorf("%q: %v, want %v", header, got, want)
		}
	}
}
