package event

import (
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
)

var errPanic = errors.New("the change feed panicked")

// recovered makes a panic an error: nobody else would on the goroutines of the
// feed, and the process would end. What was panicked with may hold personal data;
// the stack does not.
func (f *Feed) recovered(err *error) {
	if cause := recover(); cause != nil {
		f.logger.Error("the change feed panicked", slog.String("type", fmt.Sprintf("%T", cause)), slog.String("stack", string(debug.Stack())))
		*err = errPanic
	}
}
