package event_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"visavis/internal/event"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// panicking is a salon whose database panics when it is told to.
func panicking(t *testing.T, when func(ctx context.Context) bool) salon {
	t.Helper()
	return newSalon(t, storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t), Observe: func(ctx context.Context) {
		if when(ctx) {
			panic("a secret")
		}
	}}))
}

type statementsKey struct{}

func TestAPanicEndsItsSubscriptionOnly(t *testing.T) {
	s := panicking(t, func(ctx context.Context) bool {
		left, counted := ctx.Value(statementsKey{}).(*atomic.Int64)
		return counted && left.Add(-1) < 0
	})
	s.changes(2, mitte)
	other := s.subscribe(mitte, "")
	statements := &atomic.Int64{}
	statements.Store(1) // to subscribe takes one, to catch up others
	unlucky, err := s.feed.Subscribe(context.WithValue(t.Context(), statementsKey{}, statements), mitte, event.PositionID(mitte, 1))
	if err != nil {
		t.Fatal(err)
	}
	for change := range unlucky.Changes() {
		t.Errorf("got %+v", change)
	}
	if err := unlucky.Err(); err == nil || errors.Is(err, event.ErrClosed) {
		t.Errorf("the subscription ended with %v", err)
	}
	s.changes(1, mitte)
	s.expect(other, 3, 3)
}

func TestAPanicOfTheFeedOfABranchIsGotOver(t *testing.T) {
	var left atomic.Int64
	panicked := make(chan struct{})
	s := panicking(t, func(context.Context) bool {
		if left.Add(-1) != 0 {
			return false
		}
		close(panicked)
		return true
	})
	left.Store(2) // to subscribe takes one, and the next is the feed's first
	subscription := s.subscribe(mitte, "")
	<-panicked
	s.changes(1, mitte)
	s.expect(subscription, 1, 1)
}
