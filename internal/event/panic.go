package event

import (
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
)

var errPanic = errors.New("the change feed panicked")

// recovered converts a panic into an error, since a panic on the feed's goroutines would end the process.
func (f *Feed) recovered(err *error) { Recovered(recover(), f.logger, errPanic, err) }

// Recovered logs a panic with its cause, as recover returns it, and sets err to what is said of it. Without a cause it does nothing. The
// panic value is not logged, because it may hold personal data.
func Recovered(cause any, logger *slog.Logger, said error, err *error) {
	if cause != nil {
		logger.Error(said.Error(), slog.String("type", fmt.Sprintf("%T", cause)), slog.String("stack", string(debug.Stack())))
		*err = said
	}
}
