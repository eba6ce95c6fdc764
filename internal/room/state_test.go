package room_test

import (
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/civil"
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

func TestWhenARoomIsReadAgain(t *testing.T) {
	start, err := civil.ParseInstant("2026-11-23T09:00:00Z")
	if err != nil {
		t.Fatal(err)
	}
	at := func(minutes int) civil.Instant { return start.Add(time.Duration(minutes) * time.Minute) }
	soon := func(minutes int) civil.Instant { return at(minutes).Add(15 * time.Second) }
	const shared = true
	for _, test := range []struct {
		name     string
		isShared bool
		state    room.State
		opensAt  int // in minutes after the start; -999: never
		now      int
		want     civil.Instant
	}{
		{"long before: when it opens", false, room.Closed, -15, -60, at(-15)},
		{"open: when it closes", false, room.Waiting, -15, -5, at(80)},
		{"cancelled: when it would have closed", false, room.Cancelled, -999, -5, at(80)},
		{"closed: after an hour", false, room.Ended, -999, 90, at(150)},
		{"shared, long before: at its planned opening", shared, room.Closed, -15, -60, at(-15)},
		{"shared, and opens later: within a quarter of a minute", shared, room.Closed, 10, -10, soon(-10)},
		{"shared, and open: within a quarter of a minute", shared, room.Open, -15, -5, soon(-5)},
		{"shared, and ended: when it closes", shared, room.Ended, -999, -5, at(80)},
	} {
		r := room.Room{State: test.state, Now: at(test.now), ClosesAt: at(80), Appointment: &ent.Appointment{StartsAt: start}}
		if test.opensAt != -999 {
			opensAt := at(test.opensAt)
			r.OpensAt = &opensAt
		}
		same(t, test.name, room.ChangesAt(r, test.isShared), test.want)
	}
}
