package room

import (
	"errors"

	"visavis/internal/event"
)

var errPanic = errors.New("the rooms panicked")

// recovered converts a panic into an error, since a panic on the goroutines of the rooms would end the process, and with it every call.
func (r *Rooms) recovered(err *error) { event.Recovered(recover(), r.logger, errPanic, err) }
