package main

import (
	"strings"
	"testing"
	"time"

	"visavis/internal/store/storetest"
)

// TestThroughAKilledServerNothingAcknowledgedIsLost kills the server amid bookings, and starts another in its place.
func TestThroughAKilledServerNothingAcknowledgedIsLost(t *testing.T) {
	t.Parallel()
	storetest.EachURL(t, func(t *testing.T, url string) {
		o := begin(t, startProcess(t, url), url, told{cuts: true})
		for range scale(2, 20) {
			booked := o.booked.Load()
			await(t, "a storm of bookings", func() bool { return o.booked.Load() >= booked+20 })
			o.server.kill()
			if file, isFile := strings.CutPrefix(url, "sqlite:"); isFile {
				checkFile(t, file)
			}
			began := time.Now()
			o.replace(startProcess(t, url))
			t.Logf("the server is back after %v", time.Since(began))
			o.awaitServed()
		}
		o.finish()
	})
}
