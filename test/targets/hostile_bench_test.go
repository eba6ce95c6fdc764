package targets_test

import (
	"fmt"
	"testing"
	"time"

	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// BenchmarkHostile measures how much hostile traffic raises the p99 latency of legitimate requests. The attackers, two of each kind,
// share the machine with the server; the name of the benchmark is their highest rate. One action may be 32 subscriptions. Its floor
// is the same traffic against another server on the machine, which costs as much time of the processors.
func BenchmarkHostile(b *testing.B) {
	for _, strikes := range []time.Duration{10, 100} {
		b.Run(fmt.Sprintf("%d a second", strikes), func(b *testing.B) { benchmarkHostile(b, time.Second/strikes) })
	}
}

func benchmarkHostile(b *testing.B, pause time.Duration) {
	const requests = 1000
	s, other := harness.StartProcess(b, storetest.SQLiteURL(b)).Client(b), harness.StartProcess(b, storetest.SQLiteURL(b))
	week := harness.Variables{
		"branch": "brn_demo-mitte",
		"from":   time.Now().Format(time.DateOnly),
		"to":     time.Now().AddDate(0, 0, 6).Format(time.DateOnly),
	}
	measure := func() float64 {
		var took []time.Duration
		for range requests {
			started := time.Now()
			s.Query(harness.SearchOperation, week)
			took = append(took, time.Since(started))
		}
		return milliseconds(p99(took))
	}
	measure() // warm-up
	for b.Loop() {
		f := figures{}
		for range rounds {
			f.add("calm-p99-ms", measure())
			elsewhere := harness.StartHostileTraffic(b, other.Addr, 2, pause)
			f.add("elsewhere-p99-ms", measure())
			elsewhere.Stop()
			traffic, began := harness.StartHostileTraffic(b, s.Addr, 2, pause), time.Now()
			f.add("hostile-p99-ms", measure())
			f.add("actions/s", float64(traffic.Actions.Load())/time.Since(began).Seconds())
			traffic.Stop()
			f.ratio("p99-ratio", "hostile-p99-ms", "calm-p99-ms")
			f.ratio("of-elsewhere", "hostile-p99-ms", "elsewhere-p99-ms")
		}
		f.report(b)
	}
}
