// Package repeat has tasks that run again and again.
package repeat

import (
	"context"
	"time"
)

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
