// Package limit says how often somebody may do something.
package limit

import (
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"

	"visavis/internal/civil"
)

// Rule allows something so many times at once, and again once in every interval.
type Rule struct {
	AtOnce int
	Every  time.Duration
}

// remembered is how many of those who have done something lately are remembered;
// beyond it, those are forgotten who have done it longest ago.
const remembered = 100_000

// Limits counts who has done what. It is for many goroutines, and for one process.
type Limits struct {
	clock   civil.Clock
	buckets *lru.Cache[key, *rate.Limiter]
}

type key struct {
	rule Rule
	what string
	whom string
}

// New counts from nothing.
func New(clock civil.Clock) *Limits {
	buckets, err := lru.New[key, *rate.Limiter](remembered)
	if err != nil {
		panic(err) // only a size below one is refused
	}
	return &Limits{clock, buckets}
}

// Take counts that somebody does something. When it is too often, it is not counted,
// and wait tells how long it will be.
func (l *Limits) Take(rule Rule, what, whom string) (wait time.Duration) {
	k := key{rule, what, whom}
	bucket := rate.NewLimiter(rate.Every(rule.Every), rule.AtOnce)
	if known, found, _ := l.buckets.PeekOrAdd(k, bucket); found {
		bucket = known
		l.buckets.Get(k) // is used now
	}
	now := l.clock().Time()
	reservation := bucket.ReserveN(now, 1)
	if wait = reservation.DelayFrom(now); wait > 0 {
		reservation.CancelAt(now)
	}
	return wait
}
