package room_test

import (
	"context"
	"testing"
	"time"

	"visavis/internal/room"
)

func TestWhoFollowsTheRoomStaysPresent(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a := r.book(t, "10:00")
		r.before(a, 10*time.Minute)
		p := r.enter(t, a).Participant
		_, err := r.Follow(t.Context(), room.FollowInput{JoinToken: a.JoinToken, ParticipantID: &p.ID})
		noError(t, err)
		for range 3 {
			r.pass(room.Presence - time.Second)
			noError(t, r.RenewOnce(t.Context()))
			other.sweep()
		}
		same(t, "a minute later", other.state(t, a), "WAITING CUSTOMER")
	})
}

// The process that keeps a customer present is killed: another one notices, and the customer comes back to it.
func TestAKilledProcessLosesNobody(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a := r.book(t, "10:00")
		r.before(a, 10*time.Minute)
		p := r.enter(t, a).Participant
		staff, err := other.Follow(byAnna(t), room.FollowInput{AppointmentID: &a.ID})
		noError(t, err)
		await(t, staff, "WAITING CUSTOMER")
		r.pass(room.Presence)
		other.sweep()
		await(t, staff, "OPEN")
		if customers, err := other.Customers(t.Context(), []string{a.ID}); err != nil || len(customers) > 0 {
			t.Error("the customer still waits", err)
		}
		_, err = other.Follow(t.Context(), room.FollowInput{JoinToken: a.JoinToken, ParticipantID: &p.ID})
		noError(t, err)
		await(t, staff, "WAITING CUSTOMER")
	})
}

// A connection that ends leaves some seconds to come back.
func TestAConnectionThatEnds(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a := r.book(t, "10:00")
		r.before(a, 10*time.Minute)
		p := r.enter(t, a).Participant
		staff, err := other.Follow(byAnna(t), room.FollowInput{AppointmentID: &a.ID})
		noError(t, err)
		connection, end := context.WithCancel(t.Context())
		followed, err := r.Follow(connection, room.FollowInput{JoinToken: a.JoinToken, ParticipantID: &p.ID})
		noError(t, err)
		next(t, followed)
		end()
		for range followed.Events() { //nolint:revive // until it has ended
		}
		r.pass(room.ComingBack - time.Second)
		other.sweep()
		same(t, "some seconds later", r.state(t, a), "WAITING CUSTOMER")
		r.pass(time.Second)
		other.sweep()
		await(t, staff, "OPEN")
	})
}

func TestWhoIsGoneForADayIsForgotten(t *testing.T) {
	each(t, func(t *testing.T, r, _ *replica) {
		a := r.book(t, "10:00")
		r.before(a, 10*time.Minute)
		r.enter(t, a)
		r.pass(room.Presence)
		r.sweep()
		r.pass(24 * time.Hour)
		r.sweep()
		if count := r.store.Client().RoomParticipant.Query().CountX(t.Context()); count != 0 {
			t.Errorf("%d participants are left", count)
		}
	})
}
