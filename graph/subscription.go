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

// anyChange and ofAppointment choose which changes a subscription is about.
func isAnyChange(actor.Actor, *event.Change) bool { return true }

// ofAppointment chooses the changes of appointments that somebody may see.
func isVisibleAppointmentChange(who actor.Actor, c *event.Change) bool {
	concerned := who.Role >= actor.Manager || slices.Contains(c.StaffIDs, who.StaffID)
	return c.Kind == change.KindAPPOINTMENT && concerned || c.Kind == event.Resync
}

// follow hands those of a subscription's changes on that are wanted, as long as the
// reader may have them: that is asked anew for each. At the end it tells the reader why, unless that is the reader's own doing.
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
