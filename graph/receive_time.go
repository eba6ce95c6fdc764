package graph

import (
	"context"
	"time"
)

// receiveTimes holds when the changes were received that a subscription is about to deliver: their spans begin then, before the
// client's event is resolved. It has room for the change being delivered and for the next.
type receiveTimes chan time.Time

type receiveTimesKey struct{}

func withReceiveTimes(ctx context.Context) context.Context {
	return context.WithValue(ctx, receiveTimesKey{}, make(receiveTimes, 2))
}

// recordReceived is called before a change is passed on to the subscriber.
func recordReceived(ctx context.Context, at time.Time) {
	if expected, ok := ctx.Value(receiveTimesKey{}).(receiveTimes); ok {
		select {
		case expected <- at:
		default: // never block for the sake of a trace
		}
	}
}

// receivedAt returns when the delivered change was received, or the current time if that is unknown.
func receivedAt(ctx context.Context) time.Time {
	expected, _ := ctx.Value(receiveTimesKey{}).(receiveTimes)
	select {
	case at := <-expected:
		return at
	default:
		return time.Now()
	}
}
