package room

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/roomparticipant"
	"visavis/internal/id"
)

// LeaveInput is a device that leaves a room.
type LeaveInput struct {
	JoinToken, AppointmentID *string
	ParticipantID            string
}

// Leave removes a device from a room. Who was let in may come back.
func (r *Rooms) Leave(ctx context.Context, input LeaveInput) error {
	d, err := Reference{input.JoinToken, input.AppointmentID}.door()
	if err != nil {
		return err
	}
	if err := id.RoomParticipant.Check(input.ParticipantID, "participantId"); err != nil {
		return err
	}
	return r.edit(ctx, d, func(ctx context.Context, e *edit) error {
		leaving := e.participant(input.ParticipantID)
		if leaving == nil || !d.holds(ctx, leaving) {
			return nil
		}
		if err := e.RoomParticipant.DeleteOne(leaving).Exec(ctx); err != nil {
			return err
		}
		if leaving.Role == roomparticipant.RoleCUSTOMER {
			if err := e.room.row.Update().ClearCustomerWaitsSince().Exec(ctx); err != nil {
				return err
			}
		}
		return e.announce(ctx)
	})
}

// participant returns a participant of the room, present or not; nil if there is none with the ID.
func (e *edit) participant(participantID string) *ent.RoomParticipant {
	all := e.room.row.Edges.Participants
	at := slices.IndexFunc(all, func(p *ent.RoomParticipant) bool { return p.ID == participantID })
	if at < 0 {
		return nil
	}
	return all[at]
}
