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

// compare measures an action in both chains in turn, since the speed of machines drifts. It reports whether the action is
// possible: some questions are not for every caller, and some lists have one page only.
func compare(b *testing.B, a action, small, large *loadedSalon) (c comparison, possible bool) {
	b.Helper()
	c.name = a.name
	if err := a.do(small); errors.Is(err, errForbidden) {
		return c, false
	} else if err != nil && !errors.Is(err, errOnlyPage) {
		b.Errorf("%s fails in the small chain: %v", a.name, err)
		return c, false
	}
	if c.failure = a.do(large); c.failure != nil {
		return c, !errors.Is(c.failure, errOnlyPage)
	}
	var took [2][]time.Duration
	for began := time.Now(); len(took[1]) < warmUp+rounds; {
		if len(took[1]) > fewRounds && time.Since(began) > longEnough {
			break
		}
		for i, s := range []*loadedSalon{small, large} {
			started := time.Now()
			if err := a.do(s); err != nil && !errors.Is(err, errOnlyPage) {
				b.Errorf("%s: %v", a.name, err)
				return c, false
			}
			took[i] = append(took[i], time.Since(started))
		}
	}
	c.small, c.large = median(took[0]), median(took[1])
	return c, true
}

// median leaves the first ones out, which warm caches up.
func median(took []time.Duration) time.Duration {
	took = took[min(warmUp, len(took)/2):]
	slices.Sort(took)
	return took[len(took)/2]
}
