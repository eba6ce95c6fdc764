package room_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/room"
)

// inCall returns a call whose customer is on one replica and staff on the other.
func inCall(t *testing.T, r, other *replica, at string) (a *ent.Appointment, customer, staff *ent.RoomParticipant) {
	t.Helper()
	a = r.book(t, at)
	r.before(a, 5*time.Minute)
	customer, staff = r.enter(t, a).Participant, other.enterAsStaff(t, a).Participant
	other.admit(t, a)
	return a, customer, staff
}

func TestSignalsReachTheOtherSideInOrder(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a, customer, staff := inCall(t, r, other, "10:00")
		heard, err := other.Follow(byAnna(t), room.FollowInput{AppointmentID: &a.ID, ParticipantID: &staff.ID})
		noError(t, err)
		for _, payload := range []string{"offer", "candidate 1", "candidate 2", "\x00last"} {
			noError(t, r.SignalSend(t.Context(), room.SignalSendInput{
				JoinToken: a.JoinToken, SenderID: customer.ID, RecipientID: staff.ID, Payload: payload,
			}))
		}
		var got []string
		var position string
		for len(got) < 4 {
			e := next(t, heard)
			position = e.ID()
			for _, signal := range e.Signals {
				got = append(got, signal.Payload)
			}
		}
		same(t, "heard", strings.Join(got, ", "), "offer, candidate 1, candidate 2, last")

		// After an interruption, nothing is heard twice and nothing is missed.
		noError(t, r.SignalSend(t.Context(), room.SignalSendInput{JoinToken: a.JoinToken, SenderID: customer.ID, RecipientID: staff.ID, Payload: "later"}))
		again, err := r.Follow(byAnna(t), room.FollowInput{AppointmentID: &a.ID, ParticipantID: &staff.ID, After: &position})
		noError(t, err)
		signals := next(t, again).Signals
		if len(signals) != 1 || signals[0].Payload != "later" || signals[0].SenderID != customer.ID {
			t.Errorf("heard again: %v", signals)
		}
		mine, err := r.Follow(t.Context(), room.FollowInput{JoinToken: a.JoinToken, ParticipantID: &customer.ID})
		noError(t, err)
		if signals := next(t, mine).Signals; len(signals) > 0 {
			t.Errorf("the sender hears itself: %v", signals)
		}
	})
}

func TestRefusedSignals(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a, customer, staff := inCall(t, r, other, "10:00")
		elsewhere, stranger, _ := inCall(t, r, other, "12:00")
		r.before(a, 0)
		noError(t, nil)
		send := func(as context.Context, input room.SignalSendInput) string { return codes(r.SignalSend(as, input)) }
		for _, test := range []struct {
			name  string
			as    context.Context
			input room.SignalSendInput
			want  string
		}{
			{"the customer", t.Context(), room.SignalSendInput{JoinToken: a.JoinToken, SenderID: customer.ID, RecipientID: staff.ID, Payload: "x"}, ""},
			{"Anna", byAnna(t), room.SignalSendInput{AppointmentID: &a.ID, SenderID: staff.ID, RecipientID: customer.ID, Payload: "x"}, ""},
			{"another staff member as Anna", byOwner(t), room.SignalSendInput{AppointmentID: &a.ID, SenderID: staff.ID, RecipientID: customer.ID}, "NOT_FOUND senderId"},
			{"Ben", by(t, actor.Member, "ben"), room.SignalSendInput{AppointmentID: &a.ID, SenderID: staff.ID, RecipientID: customer.ID}, "NOT_FOUND appointmentId"},
			{"the customer as Anna", t.Context(), room.SignalSendInput{JoinToken: a.JoinToken, SenderID: staff.ID, RecipientID: customer.ID}, "NOT_FOUND senderId"},
			{"to oneself", t.Context(), room.SignalSendInput{JoinToken: a.JoinToken, SenderID: customer.ID, RecipientID: customer.ID}, "NOT_FOUND recipientId"},
			{"of another room", t.Context(), room.SignalSendInput{JoinToken: a.JoinToken, SenderID: stranger.ID, RecipientID: staff.ID}, "NOT_FOUND senderId"},
			{"into another room", t.Context(), room.SignalSendInput{JoinToken: a.JoinToken, SenderID: customer.ID, RecipientID: stranger.ID}, "NOT_FOUND recipientId"},
			{"by an unknown token", t.Context(), room.SignalSendInput{JoinToken: new("unknown"), SenderID: customer.ID, RecipientID: staff.ID}, "NOT_FOUND joinToken"},
			{"of another kind", t.Context(), room.SignalSendInput{JoinToken: a.JoinToken, SenderID: customer.ID, RecipientID: anna}, "ID_OF_ANOTHER_KIND recipientId"},
			{"64 kB", t.Context(), room.SignalSendInput{JoinToken: a.JoinToken, SenderID: customer.ID, RecipientID: staff.ID, Payload: strings.Repeat("x", 64<<10)}, ""},
			{"over 64 kB", t.Context(), room.SignalSendInput{JoinToken: a.JoinToken, SenderID: customer.ID, RecipientID: staff.ID, Payload: strings.Repeat("x", 64<<10+1)}, "TOO_LONG payload"},
		} {
			same(t, test.name, send(test.as, test.input), test.want)
		}
		_, err := r.booking.RoomEnd(byAnna(t), booking.RoomEndInput{AppointmentID: a.ID})
		noError(t, err)
		same(t, "after the end", send(t.Context(), room.SignalSendInput{JoinToken: a.JoinToken, SenderID: customer.ID, RecipientID: staff.ID}), "ROOM_CLOSED joinToken")
		_ = elsewhere
	})
}

func TestNobodyIsHeardBeforeTheCustomerIsLetIn(t *testing.T) {
	each(t, func(t *testing.T, r, _ *replica) {
		a := r.book(t, "10:00")
		r.before(a, 5*time.Minute)
		customer, staff := r.enter(t, a).Participant, r.enterAsStaff(t, a).Participant
		same(t, "in the waiting room", codes(r.SignalSend(t.Context(), room.SignalSendInput{
			JoinToken: a.JoinToken, SenderID: customer.ID, RecipientID: staff.ID, Payload: "x",
		})), "ROOM_CLOSED joinToken")
	})
}

func TestAFloodOfSignalsIsCut(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a, customer, staff := inCall(t, r, other, "10:00")
		input := room.SignalSendInput{JoinToken: a.JoinToken, SenderID: customer.ID, RecipientID: staff.ID, Payload: "x"}
		for range room.MostSignals {
			noError(t, r.SignalSend(t.Context(), input))
		}
		same(t, "one too many", codes(r.SignalSend(t.Context(), input)), "TOO_MANY_SIGNALS payload")
		back := room.SignalSendInput{AppointmentID: &a.ID, SenderID: staff.ID, RecipientID: customer.ID, Payload: "x"}
		same(t, "the other side", codes(r.SignalSend(byAnna(t), back)), "")
		r.pass(room.SignalLife)
		same(t, "later", codes(r.SignalSend(t.Context(), input)), "")
		r.sweep()
		if count := r.store.Client().RoomSignal.Query().CountX(t.Context()); count != 1 {
			t.Errorf("%d signals are left", count)
		}
	})
}

// Whoever comes in again sends for the same side.
func TestAFloodByManyDevicesIsCut(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a, customer, staff := inCall(t, r, other, "10:00")
		payload := strings.Repeat("x", 64<<10)
		for range room.MostBytes / len(payload) {
			noError(t, r.SignalSend(t.Context(), room.SignalSendInput{JoinToken: a.JoinToken, SenderID: customer.ID, RecipientID: staff.ID, Payload: payload}))
			again, err := r.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken, TakeOver: true})
			noError(t, err)
			customer = again.Participant
		}
		same(t, "one too many", codes(r.SignalSend(t.Context(), room.SignalSendInput{
			JoinToken: a.JoinToken, SenderID: customer.ID, RecipientID: staff.ID, Payload: "x",
		})), "TOO_MANY_SIGNALS payload")
	})
}

// Who has lost the room to another device hears nothing any more.
func TestARemovedDeviceHearsNothing(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a, customer, staff := inCall(t, r, other, "10:00")
		mine, err := r.Follow(t.Context(), room.FollowInput{JoinToken: a.JoinToken, ParticipantID: &customer.ID})
		noError(t, err)
		next(t, mine)
		second, err := other.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken, TakeOver: true})
		noError(t, err)
		if e := next(t, mine); e.Room.Participants[0].ID != second.Participant.ID {
			t.Error("the device is not told")
		}
		same(t, "to the first device", codes(r.SignalSend(byAnna(t), room.SignalSendInput{
			AppointmentID: &a.ID, SenderID: staff.ID, RecipientID: customer.ID, Payload: "x",
		})), "NOT_FOUND recipientId")
	})
}
