package join

import (
	"visavis/ent/appointment"
	"visavis/internal/civil"
	"visavis/internal/schedule"
)

// State is what the join link of an appointment leads to at a moment.
type State int

// The states of a join link.
const (
	Unknown   State = iota // nothing to join
	Waiting                // the door is still closed
	Open                   // into the room
	Over                   // the door is closed for good
	Cancelled              // there will be no consultation
)

// StateOf tells the state at a moment by the appointment as it is at that moment:
// one that has been moved follows its new start.
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
	default: // a hold is nobody's appointment yet
		return Unknown
	}
}
