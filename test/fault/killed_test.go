package fault

import (
	"strings"
	"testing"
	"time"

	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// TestThroughAKilledServerNothingAcknowledgedIsLost kills the server during bookings, and starts another in its place.
func TestThroughAKilledServerNothingAcknowledgedIsLost(t *testing.T) {
	t.Parallel()
	storetest.EachURL(t, func(t *testing.T, url string) {
		o := begin(t, harness.StartProcess(t, url), url, allowed{cuts: true})
		for range scale(2, 20) {
			booked := o.booked.Load()
			harness.Await(t, "further bookings", func() bool { return o.booked.Load() >= booked+20 })
			o.server.Kill()
			if file, isFile := strings.CutPrefix(url, "sqlite:"); isFile {
				harness.CheckFile(t, file)
			}
			began := time.Now()
			o.replace(harness.StartProcess(t, url))
			t.Logf("the server is back after %v", time.Since(began))
			o.awaitServed()
		}
		o.finish()
	})
}
