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
)

// isAnyChange matches every change.
func isAnyChange(actor.Actor, *event.Change) bool { return true }

// isVisibleAppointmentChange reports whether a change is about an appointment that the
// actor may see, or asks the client to read everything again.
func isVisibleAppointmentChange(who actor.Actor, c *event.Change) bool {
	mayRead := who.In(c.BranchID) >= actor.Receptionist || slices.Contains(c.StaffIDs, who.StaffID)
	return c.Kind == change.KindAPPOINTMENT && mayRead || c.Kind == event.Resync
}

// forwardChanges forwards a subscription's matching changes. It authorizes the caller
// again for each. If the subscription ends before the client ends it, the client gets
// the error.
func forwardChanges(ctx context.Context, subscription *event.Subscription, wanted func(actor.Actor, *event.Change) bool) <-chan *event.Change {
	changes := make(chan *event.Change)
	go func() {
		defer close(changes)
		defer func() {
			if cause := recover(); cause != nil { // gqlgen recovers only on its own goroutines
				_ = graphql.GetOperationContext(ctx).RecoverFunc(ctx, cause) // which logs it
				transport.AddError(ctx, codedError(ctx, internalError))
			}
		}()
		for change := range subscription.Changes() {
			came := time.Now()
			if refused := reauthorize(ctx); refused != nil {
				transport.AddError(ctx, refused)
				return
			}
			if !wanted(actor.Of(ctx), &change) {
				continue
			}
			recordReceived(ctx, came)
			select {
			case changes <- &change:
			case <-ctx.Done():
				return
			}
		}
		if ctx.Err() == nil {
			transport.AddError(ctx, publicError(ctx, fmt.Errorf("a subscription ended: %w", subscription.Err())))
		}
	}()
	return changes
}
