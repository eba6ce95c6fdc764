package room

import (
	"context"
	"time"

	"visavis/internal/civil"
	"visavis/internal/problem"
)

// LateSetInput is how late a customer comes.
type LateSetInput struct {
	JoinToken string
	Minutes   int // from the planned start, or from now if that has passed; 0: in time
}

// longestLate is how many minutes a customer may be late without moving the appointment.
const longestLate = 30

// LateSet tells staff that the customer comes later.
func (r *Rooms) LateSet(ctx context.Context, input LateSetInput) (room *Room, err error) {
	if input.Minutes < 0 || longestLate < input.Minutes {
		return nil, problem.New(problem.OutOfRange, "minutes", 0, longestLate)
	}
	d, err := Reference{JoinToken: &input.JoinToken}.door()
	if err != nil {
		return nil, err
	}
	err = r.edit(ctx, d, func(ctx context.Context, e *edit) error {
		if e.room.State == Ended || e.room.State == Cancelled {
			return problem.New(problem.RoomClosed, d.field)
		}
		if e.room.State == Waiting || e.room.State == InCall { // who is there is not late
			room = e.room
			return nil
		}
		until := lateUntil(e.room, input.Minutes)
		if isSame(e.room.CustomerLateUntil, until) {
			room = e.room
			return nil
		}
		update := e.room.row.Update()
		if until == nil {
			update.ClearCustomerLateUntil()
		} else {
			update.SetCustomerLateUntil(*until)
		}
		if err := update.Exec(ctx); err != nil {
			return err
		}
		if room, err = e.again(ctx); err != nil {
			return err
		}
		return e.announce(ctx)
	})
	return room, err
}

// lateUntil returns when a customer comes who is some minutes late; nil if they come in time.
func lateUntil(room *Room, minutes int) *civil.Instant {
	if minutes == 0 {
		return nil
	}
	until := max(room.Appointment.StartsAt, room.Now).Add(time.Duration(minutes) * time.Minute)
	return &until
}

func isSame(a, b *civil.Instant) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
