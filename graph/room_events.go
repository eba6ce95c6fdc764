package graph

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"

	"visavis/graph/transport"
	"visavis/internal/room"
)

// forwardRoomEvents forwards the events of a room. It authorizes the caller again for each. If the subscription ends before the client ends
// it, the client gets the error.
func forwardRoomEvents(ctx context.Context, subscription *room.Subscription) <-chan *room.Event {
	events := make(chan *room.Event)
	go func() {
		defer close(events)
		defer func() {
			if cause := recover(); cause != nil { // gqlgen recovers only on its own goroutines
				_ = graphql.GetOperationContext(ctx).RecoverFunc(ctx, cause) // which logs it
				transport.AddError(ctx, codedError(ctx, internalError))
			}
		}()
		for event := range subscription.Events() {
			if refused := reauthorize(ctx); refused != nil {
				transport.AddError(ctx, refused)
				return
			}
			select {
			case events <- event:
			case <-ctx.Done():
				return
			}
		}
		if ctx.Err() == nil {
			transport.AddError(ctx, publicError(ctx, fmt.Errorf("a room is not followed any more: %w", subscription.Err())))
		}
	}()
	return events
}
