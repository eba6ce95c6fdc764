package graph

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"visavis/ent/change"
	"visavis/internal/event"
)

func TestAnEventIsMadeOnceForEqualSubscribers(t *testing.T) {
	events := newSharedEvents(nil)
	var made atomic.Int64
	execute := func(ctx context.Context) graphql.ResponseHandler {
		made.Add(1)
		only := <-onlyChange(ctx)
		return graphql.OneShot(&graphql.Response{Data: []byte(`"` + only.ID() + `"`)})
	}
	for _, test := range []struct {
		wanted sharedSubscription
		change event.Change
		first  bool
	}{
		{sharedSubscription{selection: "a"}, event.Change{BranchID: "brn_x", Sequence: 1}, true},
		{sharedSubscription{selection: "a", after: "chg_x.0"}, event.Change{BranchID: "brn_x", Sequence: 1}, false},
		{sharedSubscription{selection: "b"}, event.Change{BranchID: "brn_x", Sequence: 1}, true},
		{sharedSubscription{selection: "a"}, event.Change{BranchID: "brn_x", Sequence: 2}, true},
		{sharedSubscription{selection: "a"}, event.Change{BranchID: "brn_y", Sequence: 1}, true},
		{sharedSubscription{selection: "a"}, event.Change{BranchID: "brn_x", Sequence: 1, Kind: change.Kind(event.Resync)}, true},
	} {
		before := made.Load()
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() {
				if got := events.event(t.Context(), test.wanted, &test.change, execute); string(got.Data) != `"`+test.change.ID()+`"` {
					t.Errorf("%+v: got %s", test.change, got.Data)
				}
			})
		}
		all.Wait()
		if count := made.Load() - before; (count == 1) != test.first || count > 1 {
			t.Errorf("%+v of %+v was made %d times", test.change, test.wanted, count)
		}
	}
}

// A subscriber who leaves, or whose event fails, spoils it for nobody else.
func TestAnEventThatFailsIsNotShared(t *testing.T) {
	events := newSharedEvents(nil)
	only := event.Change{BranchID: "brn_x", Sequence: 1}
	answer := func(response *graphql.Response) graphql.OperationHandler {
		return func(context.Context) graphql.ResponseHandler { return graphql.OneShot(response) }
	}
	if got := events.event(t.Context(), sharedSubscription{}, &only, answer(nil)); got != nil {
		t.Errorf("who has left gets %s", got.Data)
	}
	failed := &graphql.Response{Data: []byte("1"), Errors: gqlerror.List{{Message: "failed"}}}
	if got := events.event(t.Context(), sharedSubscription{}, &only, answer(failed)); got != failed {
		t.Errorf("got %+v", got)
	}
	if got := events.event(t.Context(), sharedSubscription{}, &only, answer(&graphql.Response{Data: []byte("2")})); string(got.Data) != "2" {
		t.Errorf("the next one gets %s", got.Data)
	}
}
