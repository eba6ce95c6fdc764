package targets_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"visavis/test/harness"
	"visavis/test/load/subscribers"
)

// BenchmarkSubscribers measures the time from a booking request until all subscribers have received the change: maximum and median.
func BenchmarkSubscribers(b *testing.B) {
	for _, count := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			const changes = 10
			p := harness.StartProcess(b, busySalon(b))
			free := freeConsultations(b, p)
			s := p.Client(b)
			for b.Loop() {
				everybody, err := subscribers.Open(b.Context(), "http://"+p.Addr, busyBranch, s.LastChange(busyBranch), count)
				if err != nil {
					b.Fatal(err)
				}
				var took []time.Duration
				for range changes {
					wanted := free[0]
					free = free[1:]
					lasted, err := everybody.Time(func() error {
						booked, refused, err := p.Book(wanted)
						if err == nil && booked == "" {
							err = fmt.Errorf("refused: %s", refused)
						}
						return err
					})
					if err != nil {
						b.Fatal(err)
					}
					took = append(took, lasted)
				}
				_, missed := everybody.Count()
				everybody.Close()
				slices.Sort(took)
				b.ReportMetric(milliseconds(took[changes/2]), "p50-ms")
				b.ReportMetric(milliseconds(took[changes-1]), "most-ms")
				b.ReportMetric(float64(missed), "missed")
			}
		})
	}
}

func milliseconds(d time.Duration) float64 { return d.Seconds() * 1000 }
