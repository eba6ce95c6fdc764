package graph

import (
	"context"
	"time"
)

// arrivals are when the changes came that a subscription is about to tell: its reader waits for them with the span not yet begun.
// There is room for the one that is being told and for the next.
type receiveTimes chan time.Time

type receiveTimesKey struct{}

func withReceiveTimes(ctx context.Context) context.Context {
	return context.WithValue(ctx, receiveTimesKey{}, make(receiveTimes, 2))
}

// arrives is called before a change is handed to the reader.
func recordReceived(ctx context.Context, at time.Time) {
	if expected, ok := ctx.Value(receiveTimesKey{}).(receiveTimes); ok {
		select {
		case expected <- at:
		default: // a time is not worth waiting for
		}
	}
}

// arrived is when the change came that has been told: now, when it is not known.
func receivedAt(ctx context.Context) time.Time {
	expected, _ := ctx.Value(receiveTimesKey{}).(receiveTimes)
	select {
	case at := <-expected:
		return at
	default:
		return time.Now()
	}
}
