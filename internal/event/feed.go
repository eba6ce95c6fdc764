package event

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"visavis/ent"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/store"
)

// Feed publishes changes to subscriptions by branch.
type Feed struct {
	store  *store.Store
	logger *slog.Logger
	stop   context.CancelFunc
	ctx    context.Context // lives as long as the feed
	ended  sync.WaitGroup

	mu        sync.Mutex
	branches  map[string]*branchFeed
	listening bool // to other processes, from the first subscription on
}

// NewFeed returns a feed. Close ends it.
func NewFeed(s *store.Store, logger *slog.Logger) *Feed {
	ctx, stop := context.WithCancel(context.Background())
	return &Feed{store: s, logger: logger, ctx: ctx, stop: stop, branches: map[string]*branchFeed{}}
}

// Close ends every subscription and waits until they have ended.
func (f *Feed) Close() {
	f.mu.Lock()
	f.stop()
	f.mu.Unlock()
	f.ended.Wait()
}

// ErrClosed ends the subscriptions of a feed that is closed.
var ErrClosed = errors.New("the feed is closed")

// Subscribe subscribes to the changes of a branch after the position, or to new ones if it is empty. The subscription
// ends with ctx.
func (f *Feed) Subscribe(ctx context.Context, branchID, after string) (*Subscription, error) {
	if err := id.Branch.Check(branchID, "branchId"); err != nil {
		return nil, err
	}
	newest, err := f.newest(ctx, branchID)
	if err != nil {
		return nil, err
	}
	s := newSubscription(branchID, newest)
	if after != "" {
		if s.position, err = ParsePositionID(branchID, after); err != nil {
			return nil, err
		}
	}
	joined, err := f.join(s, newest)
	if err != nil {
		return nil, err
	}
	// The branch's feed may have advanced in between; the subscription reads what lies before it itself.
	s.joined = joined
	f.ended.Go(func() {
		defer f.leave(s)
		s.run(ctx, f)
	})
	return s, nil
}

// newest returns the sequence of the branch's newest change.
func (f *Feed) newest(ctx context.Context, branchID string) (int64, error) {
	b, err := f.store.Client().Branch.Get(ctx, branchID)
	if ent.IsNotFound(err) {
		return 0, problem.New(problem.NotFound, "branchId")
	}
	if err != nil {
		return 0, err
	}
	return b.ChangeSequence, nil
}

// join adds the subscription to its branch's feed and returns the position from which the feed serves it. The first to
// join starts the feed at newest.
func (f *Feed) join(s *Subscription, newest int64) (joined int64, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ctx.Err() != nil {
		return 0, ErrClosed
	}
	if !f.listening {
		f.listening = true
		f.ended.Go(func() { f.store.Listen(f.ctx, f.wake) })
	}
	b := f.branches[s.branchID]
	if b == nil {
		b = newBranchFeed(s.branchID, newest)
		f.branches[s.branchID] = b
		f.ended.Go(func() { b.run(f) })
	}
	b.listeners[s] = struct{}{}
	return b.position, nil
}

// leave removes the subscription; the last to leave ends its branch's feed.
func (f *Feed) leave(s *Subscription) {
	f.mu.Lock()
	defer f.mu.Unlock()
	b := f.branches[s.branchID]
	delete(b.listeners, s)
	if len(b.listeners) == 0 {
		delete(f.branches, s.branchID)
		close(b.abandoned)
	}
}

// Subscribers returns the number of open subscriptions.
func (f *Feed) Subscribers() (count int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, b := range f.branches {
		count += len(b.listeners)
	}
	return count
}

// wake hints that the branch has new changes. An empty ID stands for all branches.
func (f *Feed) wake(branchID string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if branchID == "" {
		for _, b := range f.branches {
			b.wake()
		}
	} else if b := f.branches[branchID]; b != nil {
		b.wake()
	}
}
