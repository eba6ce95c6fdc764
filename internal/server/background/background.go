// Package background runs the tasks of a server beside its requests.
package background

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"
)

// restartDelay is the pause before a task that panicked is restarted.
const restartDelay = time.Second

// Run runs the task until ctx is done or end is called, which waits for it. A panic does not end the process;
// the task is restarted.
func Run(ctx context.Context, logger *slog.Logger, task func(context.Context)) (end func()) {
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for panicked := true; panicked && ctx.Err() == nil; {
			if panicked = recovered(ctx, logger, task); panicked {
				select {
				case <-ctx.Done():
				case <-time.After(restartDelay):
				}
			}
		}
	}()
	return func() {
		cancel()
		<-ended
	}
}

// recovered runs the task and reports whether it panicked. The panic value is not logged, because it may hold personal
// data.
func recovered(ctx context.Context, logger *slog.Logger, task func(context.Context)) (panicked bool) {
	defer func() {
		if cause := recover(); cause != nil {
			panicked = true
			logger.ErrorContext(ctx, "background task panicked",
				slog.String("type", fmt.Sprintf("%T", cause)), slog.String("stack", string(debug.Stack())))
		}
	}()
	task(ctx)
	return false
}
