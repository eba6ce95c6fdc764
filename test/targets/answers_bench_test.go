package targets_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"visavis/test/harness"
)

// BenchmarkAnswers measures the answers per second to sixteen clients on the same machine: to a trivial query, and to queries for the
// starts of five people on a day and in a month. The ratio compares with the trivial query of the same run.
func BenchmarkAnswers(b *testing.B) {
	addr := harness.StartProcess(b, busySalon(b)).Addr
	var trivial float64
	for _, asked := range []struct {
		name      string
		operation string
		variables harness.Variables
	}{
		{"trivial", `{ __typename }`, nil},
		{"starts of a day", startsOperation, startsOf(1)},
		{"starts of a month", startsOperation, startsOf(30)},
	} {
		b.Run(asked.name, func(b *testing.B) {
			took := askWithoutPause(b, addr, asked.operation, asked.variables)
			rate := float64(b.N) / b.Elapsed().Seconds()
			if asked.variables == nil {
				trivial = rate
			}
			b.ReportMetric(rate, "answers/s")
			b.ReportMetric(rate/trivial, "ratio")
			b.ReportMetric(milliseconds(p99(took)), "p99-ms")
		})
	}
}

// BenchmarkFirstAnswer measures the first query for the starts of a month after a change.
func BenchmarkFirstAnswer(b *testing.B) {
	p := harness.StartProcess(b, busySalon(b))
	month := newAsker(b, p.Addr, startsOperation, startsOf(30))
	free := freeConsultations(b, p)
	for b.Loop() {
		var took []time.Duration
		for range 300 {
			wanted := free[0]
			free = free[1:]
			if booked, refused, err := p.Book(wanted); err != nil || booked == "" {
				b.Fatal(refused, err)
			}
			began := time.Now()
			if err := month.ask(); err != nil {
				b.Fatal(err)
			}
			took = append(took, time.Since(began))
		}
		slices.Sort(took)
		b.ReportMetric(milliseconds(took[len(took)/2]), "p50-ms")
		b.ReportMetric(milliseconds(p99(took)), "p99-ms")
	}
}

// askWithoutPause sends b.N queries by sixteen clients, and returns the duration of each.
func askWithoutPause(b *testing.B, addr, operation string, v harness.Variables) []time.Duration {
	const clients = 16
	askers := make([]*asker, clients)
	for c := range askers {
		askers[c] = newAsker(b, addr, operation, v)
	}
	turns := make(chan struct{}, clients)
	each := make([][]time.Duration, clients)
	var all sync.WaitGroup
	b.ResetTimer()
	for c := range clients {
		all.Go(func() {
			for range turns {
				began := time.Now()
				if err := askers[c].ask(); err != nil {
					b.Error(err)
				}
				each[c] = append(each[c], time.Since(began))
			}
		})
	}
	for range b.N {
		turns <- struct{}{}
	}
	close(turns)
	all.Wait()
	b.StopTimer()
	return slices.Concat(each...)
}
