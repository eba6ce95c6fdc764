// Package ratelimit limits how often a caller may do something.
package ratelimit

import (
	"strconv"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"

	"visavis/internal/civil"
)

// Rule allows a burst of AtOnce actions, then one per interval.
type Rule struct {
	AtOnce int
	Every  time.Duration
}

// remembered is how many callers are remembered per action. Beyond that, the least recent ones are dropped.
const remembered = 20_000

// Limits rate-limits actions per caller, in this process. Safe for concurrent use.
type Limits struct {
	clock civil.Clock

	mutex  sync.Mutex
	counts map[count]*lru.Cache[string, *rate.Limiter] // by caller
}

// A count identifies an action and its rule, so that flooding one does not evict callers of another.
type count struct {
	rule Rule
	what string
}

// New returns Limits without history.
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
			panic(err) // sizes below one only
		}
		l.counts[c] = buckets
	}
	return buckets
}

// Take counts an action of a caller. If it is too frequent, Take does not count it and returns how long to wait.
func (l *Limits) Take(rule Rule, what, whom string) (wait time.Duration) {
	buckets := l.bucketsOf(count{rule, what})
	bucket := rate.NewLimiter(rate.Every(rule.Every), rule.AtOnce)
	if known, found, _ := buckets.PeekOrAdd(whom, bucket); found {
		bucket = known
		buckets.Get(whom) // marks it as recently used
	}
	now := l.clock().Time()
	reservation := bucket.ReserveN(now, 1)
	if wait = reservation.DelayFrom(now); wait > 0 {
		reservation.CancelAt(now)
	}
	return wait
}

// RetryAfter returns how long to wait as the header Retry-After says it: in whole seconds.
func RetryAfter(wait time.Duration) string {
	return strconv.Itoa(int((wait + time.Second - 1) / time.Second))
}
