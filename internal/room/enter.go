package room

import (
	"context"
	"slices"
	"strings"

	"visavis/ent"
	"visavis/ent/roomparticipant"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/notification"
	"visavis/internal/problem"
	"visavis/internal/relay"
	"visavis/internal/schedule"
	"visavis/internal/statement"
)

// EnterInput is a device that comes into a room.
type EnterInput struct {
	JoinToken, AppointmentID *string
	DeviceKey                *string // by which its page names the device, which comes again without a question
	TakeOver                 bool    // whether another device of the same side has to leave
}

// Entered is a device that has come into a room.
type Entered struct {
	Room        *Room
	Participant *ent.RoomParticipant
	Relays      []*relay.ICEServer // that it may use
}

// Enter lets a device into a room: that of the customer into the waiting room, unless they have been let in.
func (r *Rooms) Enter(ctx context.Context, input EnterInput) (entered *Entered, err error) {
	d, err := Reference{input.JoinToken, input.AppointmentID}.door()
	if err != nil {
		return nil, err
	}
	if err := d.refuseProgram(ctx); err != nil {
		return nil, err
	}
	if err := input.read(); err != nil {
		return nil, err
	}
	err = r.edit(ctx, d, func(ctx context.Context, e *edit) error {
		if !e.mayEnter(d) {
			return problem.New(problem.RoomClosed, d.field)
		}
		if err := e.replace(ctx, d, input); err != nil {
			return err
		}
		participant, err := e.add(ctx, d, input.DeviceKey)
		if err != nil {
			return err
		}
		room, err := e.again(ctx)
		if err != nil {
			return err
		}
		entered = &Entered{Room: room, Participant: participant}
		return e.announce(ctx)
	})
	if err != nil {
		return nil, err
	}
	if entered.Room.Own {
		// By side, not by device: however often one side comes in, it has the quota of one.
		entered.Relays = r.relays.For(entered.Room.AppointmentID()+"-"+strings.ToLower(string(d.side)), entered.Room.Now)
	}
	return entered, nil
}

// longestKey is the most characters that a device's key may have.
const longestKey = 64

// read checks the key, and makes nil of an empty one.
func (input *EnterInput) read() error {
	var f form.Form
	if input.DeviceKey = f.Line("deviceKey", input.DeviceKey, longestKey); input.DeviceKey != nil && *input.DeviceKey == "" {
		input.DeviceKey = nil
	}
	return f.Err()
}

// mayEnter reports whether a device at the door may come in. Staff may prepare the call before the customer comes.
func (e *edit) mayEnter(d door) bool {
	if d.side == roomparticipant.RoleCUSTOMER {
		return e.room.State.IsOpen()
	}
	isCall := e.room.State != Ended && e.room.State != Cancelled && schedule.IsCall(e.room.Appointment)
	return e.room.Own && isCall && schedule.MayAdmit(e.room.Appointment, e.room.Now)
}

// replace removes the devices of the side. It fails if another one than the caller's is there that the caller did not ask to remove.
func (e *edit) replace(ctx context.Context, d door, input EnterInput) error {
	if e.room.row == nil {
		return nil
	}
	ofSide := slices.DeleteFunc(slices.Clone(e.room.row.Edges.Participants), func(p *ent.RoomParticipant) bool { return p.Role != d.side })
	for _, other := range present(ofSide) {
		isSameDevice := input.DeviceKey != nil && other.DeviceKey != nil && *input.DeviceKey == *other.DeviceKey && d.holds(ctx, other)
		if !isSameDevice && !input.TakeOver {
			return problem.New(problem.RoomEnteredElsewhere, "takeOver")
		}
	}
	for _, other := range ofSide {
		if err := e.RoomParticipant.DeleteOne(other).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// add adds a device of the side.
func (e *edit) add(ctx context.Context, d door, deviceKey *string) (*ent.RoomParticipant, error) {
	now := e.room.Now
	participant := e.RoomParticipant.Create().SetID(id.RoomParticipant.New()).SetRoomID(e.room.row.ID).
		SetRole(d.side).SetNillableDeviceKey(deviceKey).SetEnteredAt(now).SetPresentUntil(now.Add(presence))
	if d.side == roomparticipant.RoleSTAFF {
		participant.SetStaffID(actor.Of(ctx).StaffID)
		return participant.Save(ctx)
	}
	if err := e.customerCame(ctx); err != nil {
		return nil, err
	}
	return participant.Save(ctx)
}

// notify queues the pushes to the staff member for whom the customer has come: once, since whoever has the link could ring for ever.
func (e *edit) notify(ctx context.Context) error {
	a := e.room.Appointment
	if e.room.row.CustomerAnnouncedAt != nil || e.room.State == InCall {
		return nil
	}
	if err := e.room.row.Update().SetCustomerAnnouncedAt(e.room.Now).Exec(ctx); err != nil {
		return err
	}
	pushes, err := notification.OfWaiting(ctx, e.Client, a, e.room.Now)
	if err != nil || len(pushes) == 0 {
		return err
	}
	e.AfterCommit(e.rooms.pushed)
	return statement.InsertPushes(ctx, e.Client, pushes)
}

// customerCame notes that the customer is there, and tells staff. Who was there a moment ago has waited since.
func (e *edit) customerCame(ctx context.Context) error {
	if err := e.notify(ctx); err != nil {
		return err
	}
	update := e.room.row.Update().ClearCustomerLateUntil()
	if e.room.row.CustomerWaitsSince == nil || !e.wasThere() {
		update.SetCustomerWaitsSince(e.room.Now)
	}
	return update.Exec(ctx)
}

// wasThere reports whether a device of the customer has been there a moment ago.
func (e *edit) wasThere() bool {
	return slices.ContainsFunc(e.room.row.Edges.Participants, func(p *ent.RoomParticipant) bool {
		return p.Role == roomparticipant.RoleCUSTOMER && e.room.Now.Add(-keepsPlace) < p.PresentUntil
	})
}
