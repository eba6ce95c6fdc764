package event

import (
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
)

var errPanic = errors.New("the change feed panicked")

// recovered converts a panic into an error, since a panic on the feed's goroutines would end the process. The panic
// value is not logged, because it may hold personal data.
func (f *Feed) recovered(err *error) {
	if cause := recover(); cause != nil {
		f.logger.Error("the change feed panicked", slog.String("type", fmt.Sprintf("%T", cause)), slog.String("stack", string(debug.Stack())))
		*err = errPanic
	}
}
