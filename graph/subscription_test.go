package graph_test

import (
	"context"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"visavis/graph"
	"visavis/internal/actor"
	"visavis/internal/demo/demotest"
	"visavis/internal/event"
)

// gqlgen recovers only on its own goroutines: without our recovery the process would end.
func TestAPanickingProducerEndsOnlyItsSubscription(t *testing.T) {
	options := demoOptions(t, demotest.Salon.SQLiteURL(t), nil)
	subscription, err := options.Feed.Subscribe(t.Context(), "brn_demo-mitte", "chg_demo-mitte.4711") // unknown, so an event follows immediately
	if err != nil {
		t.Fatal(err)
	}
	reported := make(chan any, 1)
	ctx := graphql.WithOperationContext(t.Context(), &graphql.OperationContext{RecoverFunc: func(_ context.Context, cause any) error {
		reported <- cause
		return nil
	}})
	for change := range graph.ForwardChanges(ctx, subscription, func(actor.Actor, *event.Change) bool { panic("a secret") }) {
		t.Errorf("got %+v", change)
	}
	if cause := <-reported; cause != "a secret" {
		t.Errorf("reported: %v", cause)
	}
}
