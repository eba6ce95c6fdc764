package room_test

import (
	"testing"

	"visavis/ent/appointment"
	"visavis/internal/room"
	"visavis/internal/schedule"
)

func TestStates(t *testing.T) {
	const waits, admitted = true, true
	for _, test := range []struct {
		name            string
		status          appointment.Status
		entry           schedule.EntryState
		waits, admitted bool
		want            room.State
	}{
		{"long before", appointment.StatusCONFIRMED, schedule.EntryAhead, false, false, room.Closed},
		{"another customer is in the room", appointment.StatusCONFIRMED, schedule.EntryTaken, false, false, room.Closed},
		{"15 minutes before", appointment.StatusCONFIRMED, schedule.EntryOpen, false, false, room.Open},
		{"the customer is there", appointment.StatusCONFIRMED, schedule.EntryOpen, waits, false, room.Waiting},
		{"let in", appointment.StatusCONFIRMED, schedule.EntryOpen, waits, admitted, room.InCall},
		{"let in, and gone by accident", appointment.StatusCONFIRMED, schedule.EntryOpen, false, admitted, room.InCall},
		{"an hour after the end", appointment.StatusCONFIRMED, schedule.EntryOver, waits, admitted, room.Ended},
		{"completed", appointment.StatusCOMPLETED, schedule.EntryOpen, waits, admitted, room.Ended},
		{"missed", appointment.StatusNO_SHOW, schedule.EntryOpen, false, false, room.Ended},
		{"cancelled during the wait", appointment.StatusCANCELLED, schedule.EntryOpen, waits, false, room.Cancelled},
		{"a hold", appointment.StatusHELD, schedule.EntryOpen, false, false, room.Closed},
	} {
		same(t, test.name, room.StateOf(test.status, test.entry, test.waits, test.admitted), test.want)
	}
}
