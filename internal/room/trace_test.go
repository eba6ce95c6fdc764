package room_test

import (
	"fmt"
	"strings"
	"testing"

	"visavis/internal/booking"
	"visavis/internal/room"
)

// What the browsers tell each other, the join token and what the relay asks for stand in no log, audit entry or change.
func TestACallLeavesNoTrace(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a, customer, staff := inCall(t, r, other, "10:00")
		const payload = "candidate 203.0.113.7 canary"
		noError(t, r.SignalSend(t.Context(), room.SignalSendInput{JoinToken: a.JoinToken, SenderID: customer.ID, RecipientID: staff.ID, Payload: payload}))
		deviceKey := "canary of the device"
		again, err := r.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken, DeviceKey: &deviceKey, TakeOver: true})
		noError(t, err)
		_, err = r.booking.RoomEnd(byAnna(t), booking.RoomEndInput{AppointmentID: a.ID})
		noError(t, err)
		r.pass(room.SignalLife)
		r.sweep()

		said := r.log.String() + other.log.String()
		for _, entry := range r.store.Client().AuditEntry.Query().AllX(t.Context()) {
			said += fmt.Sprintln(entry.Action, string(entry.Before), string(entry.After))
		}
		for _, change := range r.store.Client().Change.Query().AllX(t.Context()) {
			said += fmt.Sprintln(change)
		}
		if !strings.Contains(said, "roomEnd") {
			t.Error("the end of the call is not on record")
		}
		for what, secret := range map[string]string{"signal": payload, "device key": deviceKey, "join token": *a.JoinToken, "credential": again.Relays[0].Credential} {
			if strings.Contains(said, secret) {
				t.Errorf("the %s is told", what)
			}
		}
		same(t, "signals in the database", r.store.Client().RoomSignal.Query().CountX(t.Context()), 0)
	})
}
