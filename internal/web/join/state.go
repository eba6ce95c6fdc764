package join

import (
	"visavis/ent/appointment"
	"visavis/internal/civil"
	"visavis/internal/schedule"
)

// State is the state of a join link.
type State int

// The states of a join link.
const (
	Unknown   State = iota // no such appointment
	Waiting                // the room is not open yet
	Open                   // redirects to the room
	Over                   // the room is closed
	Cancelled              // the appointment was cancelled
)

// StateOf returns the state of the join link of an appointment.
func StateOf(status appointment.Status, start, end, now civil.Instant) State {
	switch status {
	case appointment.StatusCANCELLED:
		return Cancelled
	case appointment.StatusCOMPLETED, appointment.StatusNO_SHOW:
		return Over
	case appointment.StatusCONFIRMED:
		switch {
		case now < schedule.CallOpening(start):
			return Waiting
		case now < end:
			return Open
		default:
			return Over
		}
	default: // holds have no join link
		return Unknown
	}
}
