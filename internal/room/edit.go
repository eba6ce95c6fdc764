package room

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/change"
	"visavis/ent/consultationroom"
	"visavis/ent/staff"
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/store"
)

// An edit is a change of who is in a room, in progress.
type edit struct {
	*store.Tx
	room  *Room // as it was when it was locked
	rooms *Rooms
}

// edit runs do with the room behind a door, which it locks together with the branch, whose staff are told.
func (r *Rooms) edit(ctx context.Context, d door, do func(ctx context.Context, e *edit) error) error {
	return r.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		before, err := read(ctx, tx.Client, d.of, r.clock())
		if before, err = d.checked(ctx, before, err); err != nil {
			return err
		}
		if _, err := tx.LockBranches(ctx, before.Appointment.BranchID); err != nil {
			return err
		}
		if _, err := raise(ctx, tx, before.Appointment.ID); err != nil {
			return err
		}
		now, err := read(ctx, tx.Client, d.of, r.clock())
		if now, err = d.checked(ctx, now, err); err != nil {
			return err
		}
		return do(ctx, &edit{tx, now, r})
	})
}

// raise makes the row of an appointment's room unless there is one, and numbers what comes next there. Whoever has raised it writes alone.
func raise(ctx context.Context, tx *store.Tx, appointmentID string) (sequence int64, err error) {
	id, err := tx.ConsultationRoom.Create().SetAppointmentID(appointmentID).
		OnConflictColumns(consultationroom.FieldAppointmentID).Update(func(u *ent.ConsultationRoomUpsert) { u.AddSequence(1) }).ID(ctx)
	if err != nil {
		return 0, err
	}
	row, err := tx.ConsultationRoom.Get(ctx, id)
	if err != nil {
		return 0, err
	}
	return row.Sequence, nil
}

// announce tells the branch's staff, and who follows the room, that it is another.
func (e *edit) announce(ctx context.Context) error {
	a := e.room.Appointment
	profiles, err := e.Staff.Query().Where(staff.PersonID(a.PersonID)).IDs(ctx)
	if err != nil {
		return err
	}
	zone, err := civil.LoadZone(a.Edges.Branch.TimeZone)
	if err != nil {
		return err
	}
	if err := e.RaiseChangeSequences(ctx, a.BranchID); err != nil {
		return err
	}
	first, last := zone.Date(a.StartsAt), zone.Date(a.BlockedUntil-1)
	return e.rooms.feed.Append(ctx, e.Tx, event.Change{
		Kind: change.KindAPPOINTMENT, StaffIDs: profiles, FirstDate: &first, LastDate: &last, AppointmentID: a.ID,
	}, e.room.Now)
}

// again reads the room as it is after the edit.
func (e *edit) again(ctx context.Context) (*Room, error) {
	return read(ctx, e.Client, appointment.ID(e.room.Appointment.ID), e.room.Now)
}
