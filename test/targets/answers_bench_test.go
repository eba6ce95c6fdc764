package targets_test

import (
	"testing"
	"time"

	"visavis/test/harness"
)

const trivialOperation = `{ __typename }`

// BenchmarkAnswers measures the answers per second to sixteen clients on the same machine: of a bare server, to a trivial query, and
// to queries for the starts of five people on a day and in a month, plain and compressed.
func BenchmarkAnswers(b *testing.B) {
	bareAddr, barePID := startBare(b)
	bare := newCrowd(b, []string{bareAddr}, barePID)
	p := harness.StartProcess(b, busySalon(b))
	product := newCrowd(b, []string{p.Addr}, p.Command.Process.Pid)
	trivial := encoded(b, trivialOperation, nil)
	contenders := []struct {
		name, ratio, to string
		crowd           *crowd
		question        []byte
	}{
		{"bare", "", "", bare, trivial},
		{"trivial", "trivial-of-bare", "bare/s", product, trivial},
		{"day", "day-of-trivial", "trivial/s", product, encoded(b, startsOperation, startsOf(1))},
		{"month", "month-of-trivial", "trivial/s", product, encoded(b, startsOperation, startsOf(30))},
		{"packed", "packed-of-trivial", "trivial/s", product, encoded(b, startsOperation, startsOf(30), "Accept-Encoding", "gzip")},
	}
	for _, c := range contenders {
		c.crowd.repeat(b, c.question, time.Second) // warm-up
	}
	for b.Loop() {
		f := figures{}
		for range rounds {
			for _, c := range contenders {
				o := c.crowd.repeat(b, c.question, time.Second)
				f.add(c.name+"/s", o.perSecond)
				f.add(c.name+"-p99-ms", milliseconds(o.p99))
				f.add(c.name+"-bytes", float64(o.bytes))
				f.add(c.name+"-server-ms", o.server)
				f.add(c.name+"-load-ms", o.load)
				if c.ratio != "" {
					f.ratio(c.ratio, c.name+"/s", c.to)
				}
			}
		}
		f.report(b)
	}
}
