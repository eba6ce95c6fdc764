package targets_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// BenchmarkHostile measures how much hostile traffic raises the p99 latency of legitimate requests. Rounds with and without it
// alternate, because the speed of machines drifts. The attackers, two of each kind, share the machine with the server; the name of
// the benchmark is their highest rate. One action may be 32 subscriptions.
func BenchmarkHostile(b *testing.B) {
	for _, strikes := range []time.Duration{10, 100} {
		b.Run(fmt.Sprintf("%d a second", strikes), func(b *testing.B) { benchmarkHostile(b, time.Second/strikes) })
	}
}

func benchmarkHostile(b *testing.B, pause time.Duration) {
	const turns, requests = 4, 1000
	s := harness.StartProcess(b, storetest.SQLiteURL(b)).Client(b)
	week := harness.Variables{
		"branch": "brn_demo-mitte",
		"from":   time.Now().Format(time.DateOnly),
		"to":     time.Now().AddDate(0, 0, 6).Format(time.DateOnly),
	}
	measure := func(took []time.Duration) []time.Duration {
		for range requests {
			started := time.Now()
			s.Query(harness.SearchOperation, week)
			took = append(took, time.Since(started))
		}
		return took
	}
	measure(nil) // warm-up
	for b.Loop() {
		var calm, rough []time.Duration
		var actions int64
		var lasted time.Duration
		for range turns {
			calm = measure(calm)
			traffic, began := harness.StartHostileTraffic(b, s.Addr, 2, pause), time.Now()
			rough = measure(rough)
			actions, lasted = actions+traffic.Actions.Load(), lasted+time.Since(began)
			traffic.Stop()
		}
		b.ReportMetric(float64(actions)/lasted.Seconds(), "actions/s")
		b.ReportMetric(milliseconds(p99(calm)), "calm-p99-ms")
		b.ReportMetric(milliseconds(p99(rough)), "hostile-p99-ms")
		b.ReportMetric(float64(p99(rough))/float64(p99(calm)), "p99-ratio")
	}
}

func p99(took []time.Duration) time.Duration {
	slices.Sort(took)
	return took[len(took)*99/100]
}
