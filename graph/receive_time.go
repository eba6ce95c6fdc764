package graph

import (
	"context"
	"time"
)

// arrivals are when the changes came that a subscription is about to tell: its reader waits for them with the span not yet begun.
// There is room for the one that is being told and for the next.
type arrivals chan time.Time

type arrivalsKey struct{}

func expectArrivals(ctx context.Context) context.Context {
	return context.WithValue(ctx, arrivalsKey{}, make(arrivals, 2))
}

// arrives is called before a change is handed to the reader.
func arrives(ctx context.Context, at time.Time) {
	if expected, ok := ctx.Value(arrivalsKey{}).(arrivals); ok {
		select {
		case expected <- at:
		default: // a time is not worth waiting for
		}
	}
}

// arrived is when the change came that has been told: now, when it is not known.
func arrived(ctx context.Context) time.Time {
	expected, _ := ctx.Value(arrivalsKey{}).(arrivals)
	select {
	case at := <-expected:
		return at
	default:
		return time.Now()
	}
}
