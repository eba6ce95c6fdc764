package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/99designs/gqlgen/graphql"

	"visavis/ent/change"
	"visavis/graph/transport"
	"visavis/internal/actor"
	"visavis/internal/event"
)

// anyChange and ofAppointments choose which changes a subscription is about.
func anyChange(*event.Change) bool { return true }

// ofAppointments chooses the changes of appointments that somebody may see.
func ofAppointments(who actor.Actor) func(*event.Change) bool {
	return func(c *event.Change) bool {
		concerned := who.Role >= actor.Manager || slices.Contains(c.StaffIDs, who.StaffID)
		return c.Kind == change.KindAPPOINTMENT && concerned || c.Kind == event.Resync
	}
}

// follow hands those of a subscription's changes on that are wanted. At the end it
// tells the reader why, unless that is the reader's own doing.
func follow(ctx context.Context, subscription *event.Subscription, wanted func(*event.Change) bool) <-chan *event.Change {
	changes := make(chan *event.Change)
	go func() {
		defer close(changes)
		defer func() {
			if cause := recover(); cause != nil { // gqlgen recovers only on its own goroutines
				_ = graphql.GetOperationContext(ctx).RecoverFunc(ctx, cause) // which logs it
				transport.AddError(ctx, coded(ctx, internalError))
			}
		}()
		for change := range subscription.Changes() {
			if !wanted(&change) {
				continue
			}
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
