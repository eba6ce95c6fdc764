package account

import (
	"context"
	"errors"
	"runtime"
	"time"
)

// ErrBusy is returned instead of hashing when too many callers wait for it. BusyFor is how long to wait.
var ErrBusy = errors.New("too many people sign in at the moment")

// BusyFor is longer than a full queue takes.
const BusyFor = 5 * time.Second

// Places in the queue, those of who is being served included. A hash takes some 30 ms of a core.
const (
	placesForStrangers = 32
	placesForKnown     = 128
)

// A hashQueue bounds concurrency, since each hash takes memory and a core. Callers who are known, because they are signed in or
// at a till, have a link, or use a browser that has signed in before, have places and a core of their own.
type hashQueue struct {
	cores                chan struct{}
	coresForStrangers    chan struct{}
	ofStrangers, ofKnown chan struct{}
}

func newHashQueue() *hashQueue {
	cores := runtime.GOMAXPROCS(0)
	return &hashQueue{
		cores:             make(chan struct{}, max(cores, 2)),
		coresForStrangers: make(chan struct{}, max(cores-1, 1)),
		ofStrangers:       make(chan struct{}, placesForStrangers),
		ofKnown:           make(chan struct{}, placesForKnown),
	}
}

// enter waits for a core and returns a function that releases it. The error is ErrBusy if the queue is full.
func (q *hashQueue) enter(ctx context.Context, isKnown bool) (leave func(), err error) {
	line := []chan struct{}{q.ofStrangers, q.coresForStrangers, q.cores}
	if isKnown {
		line = []chan struct{}{q.ofKnown, q.cores}
	}
	select {
	case line[0] <- struct{}{}:
	default:
		return nil, ErrBusy
	}
	taken := line[:1]
	leave = func() {
		for _, places := range taken {
			<-places
		}
	}
	for _, places := range line[1:] {
		select {
		case places <- struct{}{}:
			taken = append(taken, places)
		case <-ctx.Done():
			leave()
			return nil, ctx.Err()
		}
	}
	return leave, nil
}
