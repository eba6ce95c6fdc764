package main

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// BenchmarkHostile tells how much slower the slowest of a hundred honest requests is
// in a storm than without. Calm and storm take turns, as the machine has moods of its
// own. The hostile, two of a kind, share the machine with the server and strike so
// often at most; a blow may be 32 subscriptions.
func BenchmarkHostile(b *testing.B) {
	for _, strikes := range []time.Duration{10, 100} {
		b.Run(fmt.Sprintf("%d a second", strikes), func(b *testing.B) { benchmarkStorm(b, time.Second/strikes) })
	}
}

func benchmarkStorm(b *testing.B, pause time.Duration) {
	const turns, requests = 4, 1000
	s := &harness.Server{T: b, Addr: harness.StartProcess(b, storetest.SQLiteURL(b)).Addr, Received: &harness.Buffer{}}
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
	measure(nil) // to warm up
	for b.Loop() {
		var calm, rough []time.Duration
		var blows int64
		var lasted time.Duration
		for range turns {
			calm = measure(calm)
			storm, began := harness.StartHostileTraffic(b, s.Addr, 2, pause), time.Now()
			rough = measure(rough)
			blows, lasted = blows+storm.Actions.Load(), lasted+time.Since(began)
			storm.Stop()
		}
		b.ReportMetric(float64(blows)/lasted.Seconds(), "blows/s")
		b.ReportMetric(milliseconds(p99(calm)), "calm-p99-ms")
		b.ReportMetric(milliseconds(p99(rough)), "storm-p99-ms")
		b.ReportMetric(float64(p99(rough))/float64(p99(calm)), "p99-ratio")
	}
}

func p99(took []time.Duration) time.Duration {
	slices.Sort(took)
	return took[len(took)*99/100]
}
