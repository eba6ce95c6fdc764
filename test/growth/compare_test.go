package growth_test

import (
	"errors"
	"slices"
	"testing"
	"time"
)

// An action is repeated for the median of so many rounds, or fewer if it is slow.
const (
	rounds     = 40
	fewRounds  = 5
	warmUp     = 5
	longEnough = 6 * time.Second
)

// comparison is how long an action takes in a small chain and in a large one.
type comparison struct {
	name         string
	small, large time.Duration
	failure      error    // of the large chain; nil if it answers
	remarks      []string // about the plans of the large chain
}

// compare measures an action in both chains in turn, since the speed of machines drifts.
func compare(b *testing.B, a action, small, large *loadedSalon) (c comparison) {
	b.Helper()
	c.name = a.name
	var took [2][]time.Duration
	for began := time.Now(); len(took[1]) < warmUp+rounds; {
		if len(took[1]) > fewRounds && time.Since(began) > longEnough {
			break
		}
		for i, s := range []*loadedSalon{small, large} {
			started := time.Now()
			err := a.do(s)
			took[i] = append(took[i], time.Since(started))
			if err != nil && s == large {
				c.failure = err
				return c
			}
			if err != nil && !errors.Is(err, errOnlyPage) {
				b.Fatal(err)
			}
		}
	}
	c.small, c.large = median(took[0]), median(took[1])
	return c
}

func (c comparison) report(b *testing.B) {
	b.ReportMetric(c.small.Seconds()*1000, "small-ms")
	b.ReportMetric(c.large.Seconds()*1000, "large-ms")
	b.ReportMetric(c.ratio(), "ratio")
}

// median leaves the first ones out, which warm caches up.
func median(took []time.Duration) time.Duration {
	took = took[min(warmUp, len(took)/2):]
	slices.Sort(took)
	return took[len(took)/2]
}
