// Package repeat has tasks that run again and again.
package repeat

import (
	"context"
	"time"
)

// AtOnceAndEvery returns a task that calls do at once and after each interval, until its context is done.
func AtOnceAndEvery(interval time.Duration, do func(context.Context)) func(context.Context) {
	again := Every(interval, do)
	return func(ctx context.Context) {
		do(ctx)
		again(ctx)
	}
}

// Every returns a task that calls do after each interval, until its context is done.
func Every(interval time.Duration, do func(context.Context)) func(context.Context) {
	return func(ctx context.Context) {
		ticker := time.NewTicker(interval)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
				do(ctx)
			}
		}
	}
}
