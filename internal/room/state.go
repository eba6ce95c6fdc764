package room

import (
	"visavis/ent/appointment"
	"visavis/internal/schedule"
)

// State is the state of a room.
type State string

// The states.
const (
	Closed    State = "CLOSED" // it opens later
	Open      State = "OPEN"
	Waiting   State = "WAITING" // the customer is there
	InCall    State = "IN_CALL" // the customer has been let in
	Ended     State = "ENDED"
	Cancelled State = "CANCELLED"
)

// StateOf returns the state of the room of an appointment, with the entry to it if that is confirmed. waits reports whether the customer is
// there, admitted whether staff have let them in.
func StateOf(status appointment.Status, entry schedule.EntryState, waits, admitted bool) State {
	switch status {
	case appointment.StatusCANCELLED:
		return Cancelled
	case appointment.StatusCOMPLETED, appointment.StatusNO_SHOW:
		return Ended
	case appointment.StatusCONFIRMED:
	default: // a hold has no room
		return Closed
	}
	switch {
	case entry == schedule.EntryOver:
		return Ended
	case entry != schedule.EntryOpen:
		return Closed
	case admitted:
		return InCall
	case waits:
		return Waiting
	default:
		return Open
	}
}

// IsOpen reports whether the customer may come in.
func (s State) IsOpen() bool { return s == Open || s == Waiting || s == InCall }
