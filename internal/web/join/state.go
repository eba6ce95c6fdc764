package join

import (
	"visavis/ent/appointment"
	"visavis/internal/schedule"
)

// State is the state of a join link.
type State int

// The states of a join link.
const (
	Unknown   State = iota // no such appointment
	Waiting                // the room is not open yet
	Open                   // the button leads into the room
	Over                   // the room is closed
	Cancelled              // the appointment was cancelled
)

// StateOf returns the state of the join link of an appointment, with the entry to its room if it is confirmed.
func StateOf(status appointment.Status, entry schedule.EntryState) State {
	switch status {
	case appointment.StatusCANCELLED:
		return Cancelled
	case appointment.StatusCOMPLETED, appointment.StatusNO_SHOW:
		return Over
	case appointment.StatusCONFIRMED:
		switch entry {
		case schedule.EntryOpen:
			return Open
		case schedule.EntryOver:
			return Over
		default:
			return Waiting
		}
	default: // holds have no join link
		return Unknown
	}
}
