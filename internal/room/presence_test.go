package room_test

import (
	"context"
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/internal/room"
	"visavis/internal/store"
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

// A phone changes its network: the old connection ends after the new one has begun.
func TestAnOldConnectionThatEndsLate(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a := r.book(t, "10:00")
		r.before(a, 10*time.Minute)
		p := r.enter(t, a).Participant
		connection, end := context.WithCancel(t.Context())
		old, err := r.Follow(connection, room.FollowInput{JoinToken: a.JoinToken, ParticipantID: &p.ID})
		noError(t, err)
		_, err = r.Follow(t.Context(), room.FollowInput{JoinToken: a.JoinToken, ParticipantID: &p.ID})
		noError(t, err)
		end()
		for range old.Events() { //nolint:revive // until it has ended
		}
		r.pass(room.ComingBack)
		other.sweep()
		same(t, "some seconds later", r.state(t, a), "WAITING CUSTOMER")
	})
}

// After an outage of the database, everybody has waited since they came; after a longer absence, since they came back.
func TestSinceWhenACustomerWaits(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a := r.book(t, "10:00")
		r.before(a, 10*time.Minute)
		came := r.read()
		p := r.enter(t, a).Participant
		since := func() civil.Instant {
			_, err := r.Follow(t.Context(), room.FollowInput{JoinToken: a.JoinToken, ParticipantID: &p.ID})
			noError(t, err)
			customers, err := other.Customers(t.Context(), []string{a.ID})
			noError(t, err)
			return *customers[a.ID].WaitsSince
		}
		r.pass(room.Presence + 30*time.Second)
		other.sweep()
		same(t, "away", other.state(t, a), "OPEN")
		same(t, "after half a minute", since(), came)
		r.pass(room.Presence + time.Minute)
		other.sweep()
		same(t, "after a minute", since(), r.read())
	})
}

// The clock of the server that has renewed it was set back since.
func TestPresenceAfterAClockWasSetBack(t *testing.T) {
	each(t, func(t *testing.T, r, other *replica) {
		a := r.book(t, "10:00")
		r.before(a, 0)
		r.enter(t, a)
		r.before(a, 10*time.Minute)
		other.sweep()
		same(t, "state", r.state(t, a), "OPEN")
	})
}

func TestWhoIsInARoomThatIsByVideoNoMore(t *testing.T) {
	each(t, func(t *testing.T, r, _ *replica) {
		a := r.book(t, "10:00")
		r.before(a, 10*time.Minute)
		r.enter(t, a)
		noError(t, r.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			return tx.Appointment.UpdateOneID(a.ID).ClearJoinToken().Exec(ctx)
		}))
		r.pass(room.Presence)
		r.sweep()
		same(t, "participants", r.store.Client().RoomParticipant.Query().CountX(t.Context()), 0)
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
