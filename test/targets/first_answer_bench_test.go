package targets_test

import (
	"slices"
	"testing"
	"time"

	"visavis/test/harness"
)

// BenchmarkFirstAnswer measures the first query for the starts of a month after a change.
func BenchmarkFirstAnswer(b *testing.B) {
	const changes = 100 // of each round
	p := harness.StartProcess(b, busySalon(b))
	asker, month := newAsker(b, p.Addr), encoded(b, startsOperation, startsOf(30))
	free := freeConsultations(b, p, busyBranch)
	for b.Loop() {
		f := figures{}
		for range rounds {
			var took []time.Duration
			for range changes {
				wanted := free[0]
				free = free[1:]
				if booked, refused, err := p.Book(wanted); err != nil || booked == "" {
					b.Fatal(refused, err)
				}
				began := time.Now()
				if _, err := asker.ask(month); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			f.add("p50-ms", milliseconds(took[len(took)/2]))
			f.add("p99-ms", milliseconds(p99(took)))
		}
		f.report(b)
	}
}
