package photo

import (
	"context"
	"sync"
	"time"
)

// places are those of the photos that are being sent. A person has fewer than there are, so that nobody keeps all others waiting.
type places struct {
	all  chan struct{}
	each int

	mu  sync.Mutex
	own map[string]*ownPlaces // of those who send or wait
}

// ownPlaces are those of a person.
type ownPlaces struct {
	taken chan struct{}
	users int // guarded by places.mu
}

func newPlaces(bounds Bounds) *places {
	return &places{all: make(chan struct{}, bounds.AtOnce), each: bounds.Each, own: map[string]*ownPlaces{}}
}

// take waits for a place for a person, and reports whether there is one. Whoever has it calls leave.
func (p *places) take(ctx context.Context, person string, longest time.Duration) (leave func(), taken bool) {
	ctx, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	own := p.use(person)
	if !enter(ctx, own.taken) {
		p.release(person)
		return nil, false
	}
	if !enter(ctx, p.all) {
		<-own.taken
		p.release(person)
		return nil, false
	}
	return func() {
		<-p.all
		<-own.taken
		p.release(person)
	}, true
}

func (p *places) use(person string) *ownPlaces {
	p.mu.Lock()
	defer p.mu.Unlock()
	own := p.own[person]
	if own == nil {
		own = &ownPlaces{taken: make(chan struct{}, p.each)}
		p.own[person] = own
	}
	own.users++
	return own
}

func (p *places) release(person string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.own[person].users--; p.own[person].users == 0 {
		delete(p.own, person)
	}
}

func enter(ctx context.Context, places chan<- struct{}) bool {
	select {
	case places <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}
