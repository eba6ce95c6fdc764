package server

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"
)

// afterPanic is how long a task rests that has panicked.
const restartDelay = time.Second

// inBackground runs the task until ctx is done, or until end is called, which
// waits for it. A panic ends neither the process nor the task, which begins anew.
func inBackground(ctx context.Context, logger *slog.Logger, task func(context.Context)) (end func()) {
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

// recovered reports whether the task has panicked. What was panicked with may hold personal data; the stack does not.
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
