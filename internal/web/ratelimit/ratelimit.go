// Package limit says how often somebody may do something.
package ratelimit

import (
	"sync"
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

// remembered is how many of those who have done one thing lately are remembered;
// beyond it, those are forgotten who have done it longest ago.
const remembered = 20_000

// Limits counts who has done what. It is for many goroutines, and for one process.
type Limits struct {
	clock civil.Clock

	mutex  sync.Mutex
	counts map[count]*lru.Cache[string, *rate.Limiter] // by whom
}

// A count is of one thing by one rule: whoever floods it makes no other forget.
type count struct {
	rule Rule
	what string
}

// New counts from nothing.
func New(clock civil.Clock) *Limits {
	return &Limits{clock: clock, counts: map[count]*lru.Cache[string, *rate.Limiter]{}}
}

func (l *Limits) bucketsOf(c count) *lru.Cache[string, *rate.Limiter] {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	buckets, known := l.counts[c]
	if !known {
		var err error
		if buckets, err = lru.New[string, *rate.Limiter](remembered); err != nil {
			panic(err) // only a size below one is refused
		}
		l.counts[c] = buckets
	}
	return buckets
}

// Take counts that somebody does something. When it is too often, it is not counted,
// and wait tells how long it will be.
func (l *Limits) Take(rule Rule, what, whom string) (wait time.Duration) {
	buckets := l.bucketsOf(count{rule, what})
	bucket := rate.NewLimiter(rate.Every(rule.Every), rule.AtOnce)
	if known, found, _ := buckets.PeekOrAdd(whom, bucket); found {
		bucket = known
		buckets.Get(whom) // is used now
	}
	now := l.clock().Time()
	reservation := bucket.ReserveN(now, 1)
	if wait = reservation.DelayFrom(now); wait > 0 {
		reservation.CancelAt(now)
	}
	return wait
}
