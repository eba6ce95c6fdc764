package targets_test

import (
	"fmt"
	"testing"

	"visavis/test/harness"
	"visavis/test/load/subscribers"
)

// BenchmarkSubscribers measures the time from a booking request until the last subscriber has received the change.
func BenchmarkSubscribers(b *testing.B) {
	for _, count := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			const changes = 2 // of each round
			p := harness.StartProcess(b, busySalon(b))
			free := freeConsultations(b, p, busyBranch)
			everybody, err := subscribers.Open(b.Context(), "http://"+p.Addr, busyBranch, p.Client(b).LastChange(busyBranch), count)
			if err != nil {
				b.Fatal(err)
			}
			defer everybody.Close()
			book := func() error {
				wanted := free[0]
				free = free[1:]
				booked, refused, err := p.Book(wanted)
				if err == nil && booked == "" {
					err = fmt.Errorf("refused: %s", refused)
				}
				return err
			}
			if _, err := everybody.Time(book); err != nil { // warm-up
				b.Fatal(err)
			}
			for b.Loop() {
				f := figures{}
				for range rounds * changes {
					used := watch(b, p.Command.Process.Pid)
					took, err := everybody.Time(book)
					if err != nil {
						b.Fatal(err)
					}
					server, load := used().per(1)
					f.add("last-ms", milliseconds(took))
					f.add("server-ms", server)
					f.add("load-ms", load)
				}
				_, missed := everybody.Count()
				f.add("missed", float64(missed))
				f.report(b)
			}
		})
	}
}
