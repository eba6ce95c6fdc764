package graph

import (
	"context"
	"fmt"

	"visavis/graph/transport"
	"visavis/internal/event"
)

// follow hands a subscription's changes on. At the end it tells the reader why,
// unless that is the reader's own doing.
func follow(ctx context.Context, subscription *event.Subscription) <-chan *event.Change {
	changes := make(chan *event.Change)
	go func() {
		defer close(changes)
		defer func() {
			if recover() != nil { // gqlgen recovers only on its own goroutines
				transport.AddError(ctx, coded(ctx, internalError))
			}
		}()
		for change := range subscription.Changes() {
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
