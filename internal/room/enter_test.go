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
	"visavis/internal/salon"
	"visavis/internal/schedule"
)

func TestTheWayOfACall(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a := r.book(t, "10:00")
		seen, err := other.Follow(t.Context(), room.FollowInput{JoinToken: a.JoinToken})
		noError(t, err)
		same(t, "days before", described(next(t, seen).Room), "CLOSED")
		r.before(a, 14*time.Minute)
		same(t, "14 minutes before", r.state(t, a), "OPEN")

		entered := r.enter(t, a)
		same(t, "the customer waits", described(entered.Room), "WAITING CUSTOMER")
		if _, named, _ := strings.Cut(entered.Relays[0].Username, ":"); named != a.ID+"-customer" {
			t.Errorf("the relay knows %s", named)
		}
		await(t, seen, "WAITING CUSTOMER")

		r.enterAsStaff(t, a)
		await(t, seen, "WAITING CUSTOMER STAFF")
		r.admit(t, a)
		if room := await(t, seen, "IN_CALL CUSTOMER STAFF").Room; !room.MayEnter || !room.Own {
			t.Error("who is let in may enter")
		}

		_, err = r.booking.RoomEnd(byAnna(t), booking.RoomEndInput{AppointmentID: a.ID})
		noError(t, err)
		await(t, seen, "ENDED")
		_, err = r.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken})
		same(t, "after the end", codes(err), "ROOM_CLOSED joinToken")

		r.admit(t, a) // takes the end back
		await(t, seen, "IN_CALL CUSTOMER STAFF")
	})
}

func TestWhoComesIn(t *testing.T) {
	each(t, func(t *testing.T, r, _ *replica) {
		a := r.book(t, "10:00")
		unknown := "aaaaaaaaaaaaaaaaaaaaaaaaaa"
		enter := func(as context.Context, input room.EnterInput) string {
			_, err := r.Enter(as, input)
			return codes(err)
		}
		r.before(a, 16*time.Minute)
		same(t, "too early", enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken}), "ROOM_CLOSED joinToken")
		r.before(a, 10*time.Minute)
		for _, test := range []struct {
			name  string
			as    context.Context
			input room.EnterInput
			want  string
		}{
			{"no reference", t.Context(), room.EnterInput{}, "EXACTLY_ONE joinToken"},
			{"both references", t.Context(), room.EnterInput{JoinToken: a.JoinToken, AppointmentID: &a.ID}, "EXACTLY_ONE joinToken"},
			{"a wrong token", t.Context(), room.EnterInput{JoinToken: &unknown}, "NOT_FOUND joinToken"},
			{"no token", t.Context(), room.EnterInput{JoinToken: new("' OR 1=1")}, "NOT_FOUND joinToken"},
			{"a stranger by ID", t.Context(), room.EnterInput{AppointmentID: &a.ID}, "NOT_FOUND appointmentId"},
			{"Ben", by(t, actor.Member, "ben"), room.EnterInput{AppointmentID: &a.ID}, "NOT_FOUND appointmentId"},
			{"an ID of another kind", byAnna(t), room.EnterInput{AppointmentID: new("brn_demo-mitte")}, "ID_OF_ANOTHER_KIND appointmentId"},
			{"Anna", byAnna(t), room.EnterInput{AppointmentID: &a.ID}, ""},
			{"the customer", t.Context(), room.EnterInput{JoinToken: a.JoinToken}, ""},
		} {
			same(t, test.name, enter(test.as, test.input), test.want)
		}
		same(t, "who is there", r.state(t, a), "WAITING CUSTOMER STAFF")
	})
}

func TestAnotherDeviceTakesOverAfterAQuestion(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a := r.book(t, "10:00")
		r.before(a, 10*time.Minute)
		first, err := r.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken, DeviceKey: new("phone")})
		noError(t, err)
		_, err = other.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken})
		same(t, "a second device", codes(err), "ROOM_ENTERED_ELSEWHERE takeOver")
		_, err = other.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken, DeviceKey: new("tablet")})
		same(t, "a second device with a key", codes(err), "ROOM_ENTERED_ELSEWHERE takeOver")
		second, err := other.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken, DeviceKey: new("tablet"), TakeOver: true})
		noError(t, err)
		same(t, "devices", r.state(t, a), "WAITING CUSTOMER")
		if second.Room.Participants[0].ID == first.Participant.ID {
			t.Error("the first device is still there")
		}
		_, err = r.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken, DeviceKey: new("phone")})
		same(t, "the device that has left", codes(err), "ROOM_ENTERED_ELSEWHERE takeOver")
	})
}

func TestADeviceComesAgainWithoutAQuestion(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a := r.book(t, "10:00")
		r.before(a, 10*time.Minute)
		byCustomer := room.EnterInput{JoinToken: a.JoinToken, DeviceKey: new(" phone\x00")}
		before, err := r.Enter(t.Context(), byCustomer)
		noError(t, err)
		for range 2 { // as if the answer was lost, or the page loaded again
			again, err := other.Enter(t.Context(), byCustomer)
			noError(t, err)
			if again.Participant.ID == before.Participant.ID || again.Room.Participants[0].ID != again.Participant.ID {
				t.Error("it does not take its own place")
			}
			before = again
		}
		same(t, "devices", r.state(t, a), "WAITING CUSTOMER")

		_, err = r.Enter(byAnna(t), room.EnterInput{AppointmentID: &a.ID, DeviceKey: new("desk")})
		noError(t, err)
		_, err = r.Enter(byOwner(t), room.EnterInput{AppointmentID: &a.ID, DeviceKey: new("desk")})
		same(t, "somebody else with the key", codes(err), "ROOM_ENTERED_ELSEWHERE takeOver")
		_, err = r.Enter(byAnna(t), room.EnterInput{AppointmentID: &a.ID, DeviceKey: new("desk")})
		noError(t, err)
		_, err = r.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken, DeviceKey: new(strings.Repeat("ü", 65))})
		same(t, "a long key", codes(err), "TOO_LONG deviceKey")
		_, err = r.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken, DeviceKey: new(strings.Repeat("ü", 64)), TakeOver: true})
		noError(t, err)
		for range 2 {
			_, err = r.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken, DeviceKey: new(""), TakeOver: true})
			noError(t, err)
		}
		_, err = r.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken, DeviceKey: new("")})
		same(t, "no key", codes(err), "ROOM_ENTERED_ELSEWHERE takeOver")
	})
}

func TestLeavingAndComingBack(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a := r.book(t, "10:00")
		r.before(a, 5*time.Minute)
		p := r.enter(t, a).Participant
		noError(t, other.Leave(t.Context(), room.LeaveInput{JoinToken: a.JoinToken, ParticipantID: p.ID}))
		same(t, "gone", r.state(t, a), "OPEN")
		noError(t, other.Leave(t.Context(), room.LeaveInput{JoinToken: a.JoinToken, ParticipantID: p.ID})) // no-op

		p = r.enter(t, a).Participant
		r.admit(t, a)
		noError(t, r.Leave(t.Context(), room.LeaveInput{JoinToken: a.JoinToken, ParticipantID: p.ID}))
		same(t, "gone by accident", r.state(t, a), "IN_CALL")
		same(t, "back", described(other.enter(t, a).Room), "IN_CALL CUSTOMER")

		staff := r.enterAsStaff(t, a).Participant
		noError(t, r.Leave(t.Context(), room.LeaveInput{JoinToken: a.JoinToken, ParticipantID: staff.ID}))
		same(t, "the customer removes nobody else", r.state(t, a), "IN_CALL CUSTOMER STAFF")
	})
}

func TestMovedAndCancelledWhileTheCustomerWaits(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a := r.book(t, "10:00")
		r.before(a, 5*time.Minute)
		p := r.enter(t, a).Participant
		seen, err := other.Follow(t.Context(), room.FollowInput{JoinToken: a.JoinToken, ParticipantID: &p.ID})
		noError(t, err)
		await(t, seen, "WAITING CUSTOMER")
		_, err = r.booking.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{ID: &a.ID, Start: a.StartsAt.Add(2 * time.Hour), Override: true})
		noError(t, err)
		moved := await(t, seen, "CLOSED").Room
		if moved.Start() != a.StartsAt.Add(2*time.Hour) || !moved.Changed() {
			t.Error("the page does not say when it is now")
		}
		_, err = r.booking.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &a.ID})
		noError(t, err)
		await(t, seen, "CANCELLED")
	})
}

// What the customer said about one time does not hold for another, and nobody waits for a time that is days ahead.
func TestAMoveForgetsWhoWaitsAndIsLate(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a, late := r.book(t, "10:00"), r.book(t, "14:00")
		r.before(a, 5*time.Minute)
		r.enter(t, a)
		_, err := r.LateSet(t.Context(), room.LateSetInput{JoinToken: *late.JoinToken, Minutes: 5})
		noError(t, err)
		for _, moved := range []*ent.Appointment{a, late} {
			_, err := r.booking.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{ID: &moved.ID, Start: moved.StartsAt.Add(24 * time.Hour), Override: true})
			noError(t, err)
		}
		customers, err := other.Customers(t.Context(), []string{a.ID, late.ID})
		noError(t, err)
		same(t, "customers who are there or late", len(customers), 0)
	})
}

// Who only keeps following is not there any more once the room has closed.
func TestNobodyWaitsInAClosedRoom(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a := r.book(t, "10:00")
		r.before(a, 5*time.Minute)
		p := r.enter(t, a).Participant
		seen, err := r.Follow(t.Context(), room.FollowInput{JoinToken: a.JoinToken, ParticipantID: &p.ID})
		noError(t, err)
		await(t, seen, "WAITING CUSTOMER")
		_, err = r.booking.RoomDelay(byAnna(t), booking.RoomDelayInput{AppointmentID: a.ID, Minutes: 30})
		noError(t, err)
		waits := func() int {
			return r.store.Client().Appointment.Query().Where(schedule.CustomerWaits(r.read())).CountX(t.Context())
		}
		r.set(a.EndsAt.Add(89 * time.Minute))
		same(t, "while a delay keeps it open", waits(), 1)
		r.set(a.EndsAt.Add(90 * time.Minute))
		same(t, "closed", waits(), 0)
		customers, err := other.Customers(t.Context(), []string{a.ID})
		noError(t, err)
		same(t, "seen by staff", len(customers), 0)
		r.set(a.StartsAt.Add(-16 * time.Minute))
		same(t, "before it opens", waits(), 0)
	})
}

func TestAProgramComesIntoNoCall(t *testing.T) {
	each(t, func(t *testing.T, r, _ *replica) {
		a := r.book(t, "10:00")
		r.before(a, 5*time.Minute)
		program := actor.With(t.Context(), actor.Actor{Role: actor.Member, StaffID: anna, PersonID: "prs_demo-anna", Branches: []string{mitte}, TokenID: "tok_a"})
		_, err := r.Enter(program, room.EnterInput{AppointmentID: &a.ID})
		same(t, "enters", codes(err), "NOT_FOUND appointmentId")
		customer, staff := r.enter(t, a).Participant, r.enterAsStaff(t, a).Participant
		r.admit(t, a)
		err = r.SignalSend(program, room.SignalSendInput{AppointmentID: &a.ID, SenderID: staff.ID, RecipientID: customer.ID, Payload: "x"})
		same(t, "sends", codes(err), "NOT_FOUND appointmentId")
	})
}

func TestEndingACall(t *testing.T) {
	each(t, func(t *testing.T, r, _ *replica) {
		a := r.book(t, "10:00")
		end := func() (*ent.Appointment, string) {
			ended, err := r.booking.RoomEnd(byAnna(t), booking.RoomEndInput{AppointmentID: a.ID})
			return ended, codes(err)
		}
		changes := func() int { return r.store.Client().Change.Query().CountX(t.Context()) }
		r.before(a, 16*time.Minute)
		_, refused := end()
		same(t, "before it opens", refused, "STATUS_FORBIDS appointmentId")
		r.admit(t, a)
		first, refused := end()
		same(t, "after letting in", refused, "")
		announced := changes()
		r.pass(time.Minute)
		again, refused := end()
		same(t, "again", refused, "")
		same(t, "ended", *again.RoomEndedAt, *first.RoomEndedAt)
		same(t, "changes", changes(), announced)
		r.admit(t, a)
		_, err := r.salon.StaffVideoLinkSet(byOwner(t), salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("https://zoom.us/j/123456789")})
		noError(t, err)
		_, refused = end()
		same(t, "with another provider", refused, "STATUS_FORBIDS appointmentId")
	})
}

func TestTwoManagersLetTheCustomerInAtOnce(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a := r.book(t, "10:00")
		r.before(a, 5*time.Minute)
		r.enter(t, a)
		errs := make(chan error, 2)
		for _, by := range []*replica{r, other} {
			go func() {
				_, err := by.booking.RoomAdmit(byOwner(t), booking.RoomAdmitInput{AppointmentID: a.ID})
				errs <- err
			}()
		}
		noError(t, <-errs)
		noError(t, <-errs)
		same(t, "one sees", r.state(t, a), "IN_CALL CUSTOMER")
		same(t, "the other sees", other.state(t, a), "IN_CALL CUSTOMER")
	})
}

func TestTheCustomerIsLate(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a := r.book(t, "10:00")
		r.before(a, 5*time.Minute)
		_, err := r.LateSet(t.Context(), room.LateSetInput{JoinToken: *a.JoinToken, Minutes: 31})
		same(t, "too late", codes(err), "OUT_OF_RANGE minutes")
		late, err := r.LateSet(t.Context(), room.LateSetInput{JoinToken: *a.JoinToken, Minutes: 5})
		noError(t, err)
		same(t, "expected", *late.CustomerLateUntil, a.StartsAt.Add(5*time.Minute))
		customers, err := other.Customers(t.Context(), []string{a.ID})
		noError(t, err)
		same(t, "staff see", *customers[a.ID].LateUntil, a.StartsAt.Add(5*time.Minute))
		if r.enter(t, a).Room.CustomerLateUntil != nil {
			t.Error("who is there is not late")
		}
		there, err := r.LateSet(t.Context(), room.LateSetInput{JoinToken: *a.JoinToken, Minutes: 5})
		noError(t, err)
		if there.CustomerLateUntil != nil {
			t.Error("who is there has become late")
		}
	})
}

func TestADelayKeepsTheWaitingRoomOpen(t *testing.T) {
	each(t, func(t *testing.T, r, _ *replica) {
		a := r.book(t, "10:00")
		r.before(a, 5*time.Minute)
		_, err := r.booking.RoomDelay(byAnna(t), booking.RoomDelayInput{AppointmentID: a.ID, Minutes: 10})
		noError(t, err)
		delayed := r.enter(t, a).Room
		same(t, "state", described(delayed), "WAITING CUSTOMER")
		same(t, "begins", *delayed.DelayedUntil(), a.StartsAt.Add(10*time.Minute))
	})
}

func TestTheNextCustomerWaits(t *testing.T) {
	each(t, func(t *testing.T, r, _ *replica) {
		a, following := r.book(t, "10:00"), r.book(t, "11:00")
		r.before(following, 10*time.Minute)
		waits := func() bool {
			is, err := r.NextCustomerWaits(t.Context(), a)
			noError(t, err)
			return is
		}
		same(t, "nobody", waits(), false)
		r.enter(t, following)
		same(t, "the next", waits(), true)
		r.admit(t, following)
		same(t, "let in", waits(), false)
	})
}
