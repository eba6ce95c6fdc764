package graph

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"visavis/ent/change"
	"visavis/graph/transport"
	"visavis/internal/actor"
	"visavis/internal/event"
	"visavis/internal/room"
)

// isAnyChange matches every change.
func isAnyChange(actor.Actor, *event.Change) bool { return true }

// isVisibleAppointmentChange reports whether a change is about an appointment that the
// actor may see, or asks the client to read everything again.
func isVisibleAppointmentChange(who actor.Actor, c *event.Change) bool {
	mayRead := who.In(c.BranchID) >= actor.Receptionist || slices.Contains(c.StaffIDs, who.StaffID)
	return c.Kind == change.KindAPPOINTMENT && mayRead || c.Kind == event.Resync
}

// forwardChanges forwards a subscription's matching changes.
func forwardChanges(ctx context.Context, subscription *event.Subscription, wanted func(actor.Actor, *event.Change) bool) <-chan *event.Change {
	return forward(ctx, subscription.Changes(), subscription.Err, func(change event.Change) (*event.Change, bool) {
		return &change, wanted(actor.Of(ctx), &change)
	})
}

// forwardRoomEvents forwards the events of a room.
func forwardRoomEvents(ctx context.Context, subscription *room.Subscription) <-chan *room.Event {
	return forward(ctx, subscription.Events(), subscription.Err, func(event *room.Event) (*room.Event, bool) { return event, true })
}

// forward forwards the events for which pass reports true, as pass returns them. It authorizes the caller
// again for each. If the subscription ends before the client ends it, the client gets the error that
// ended returns.
func forward[In, Out any](ctx context.Context, events <-chan In, ended func() error, pass func(In) (Out, bool)) <-chan Out {
	passed := make(chan Out)
	go func() {
		defer close(passed)
		defer func() {
			if cause := recover(); cause != nil { // gqlgen recovers only on its own goroutines
				_ = graphql.GetOperationContext(ctx).RecoverFunc(ctx, cause) // which logs it
				transport.AddError(ctx, codedError(ctx, internalError))
			}
		}()
		for event := range events {
			came := time.Now()
			if refused := reauthorize(ctx); refused != nil {
				transport.AddError(ctx, refused)
				return
			}
			out, wanted := pass(event)
			if !wanted {
				continue
			}
			recordReceived(ctx, came)
			select {
			case passed <- out:
			case <-ctx.Done():
				return
			}
		}
		if ctx.Err() == nil {
			transport.AddError(ctx, publicError(ctx, fmt.Errorf("a subscription ended: %w", ended())))
		}
	}()
	return passed
}
