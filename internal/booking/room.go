package booking

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/videolink"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// RoomAdmitInput names the appointment whose customer is let in.
type RoomAdmitInput struct{ AppointmentID string }

// RoomAdmit opens the room to the customer at once, whatever else goes on there. It replaces a delay and the end of the call.
func (b *Booking) RoomAdmit(ctx context.Context, input RoomAdmitInput) (*ent.Appointment, error) {
	return b.editRoom(ctx, "roomAdmit", input.AppointmentID, func(_ context.Context, e *edit, _ *ent.Appointment, update *ent.AppointmentUpdateOne) (isNew bool, err error) {
		update.SetRoomAdmittedAt(e.Now).ClearRoomDelayedUntil().ClearRoomEndedAt()
		return true, nil
	})
}

// RoomEndInput names the appointment whose call is over.
type RoomEndInput struct{ AppointmentID string }

// RoomEnd ends the call of an appointment in the own room. Letting the customer in again takes it back.
func (b *Booking) RoomEnd(ctx context.Context, input RoomEndInput) (*ent.Appointment, error) {
	return b.editRoom(ctx, "roomEnd", input.AppointmentID, func(ctx context.Context, e *edit, a *ent.Appointment, update *ent.AppointmentUpdateOne) (isNew bool, err error) {
		if a.RoomEndedAt != nil {
			return false, nil
		}
		isOwn, err := e.isInOwnRoom(ctx, a)
		if err == nil && (!isOwn || !schedule.IsOpen(a, e.Now)) {
			err = problem.New(problem.StatusForbids, "appointmentId")
		}
		update.SetRoomEndedAt(e.Now)
		return true, err
	})
}

// isInOwnRoom reports whether a call takes place in the salon's own room.
func (e *edit) isInOwnRoom(ctx context.Context, a *ent.Appointment) (bool, error) {
	branch, err := e.Branch.Get(ctx, a.BranchID)
	if err != nil {
		return false, err
	}
	link, err := store.OrNil(e.VideoLink.Query().Where(videolink.StaffID(a.StaffID)).Only(ctx))
	return schedule.IsOwnRoom(schedule.LinkOf(link, branch)), err
}

// RoomDelayInput is a delay of a video consultation.
type RoomDelayInput struct {
	AppointmentID string
	Minutes       int // from the planned start, or from now if that has passed; 0: back to the plan
}

// maxDelay is the longest delay in minutes. For more, staff move the appointment.
const maxDelay = 120

// RoomDelay informs the waiting customer of a delay and opens the room after it. It replaces the customer's admission.
func (b *Booking) RoomDelay(ctx context.Context, input RoomDelayInput) (*ent.Appointment, error) {
	if input.Minutes < 0 || maxDelay < input.Minutes {
		return nil, problem.New(problem.OutOfRange, "minutes", 0, maxDelay)
	}
	return b.editRoom(ctx, "roomDelay", input.AppointmentID, func(_ context.Context, e *edit, a *ent.Appointment, update *ent.AppointmentUpdateOne) (isNew bool, err error) {
		update.ClearRoomAdmittedAt().ClearRoomDelayedUntil().ClearRoomEndedAt()
		if input.Minutes > 0 {
			update.SetRoomDelayedUntil(max(a.StartsAt, e.Now).Add(time.Duration(input.Minutes) * time.Minute))
		}
		return true, nil
	})
}

// editRoom changes who may enter the room of an appointment, unless it is so already.
func (b *Booking) editRoom(ctx context.Context, action, appointmentID string,
	set func(context.Context, *edit, *ent.Appointment, *ent.AppointmentUpdateOne) (isNew bool, err error),
) (after *ent.Appointment, err error) {
	const field = "appointmentId"
	if err := id.Appointment.Check(appointmentID, field); err != nil {
		return nil, err
	}
	err = b.edit(ctx, func(ctx context.Context, e *edit) error {
		before, err := e.beginForStaff(ctx, appointment.ID(appointmentID), field)
		switch {
		case err != nil:
			return err
		case before.JoinToken == nil && before.Status != appointment.StatusHELD:
			return problem.New(problem.NotByVideo, field)
		case !schedule.IsCall(before) || !schedule.MayAdmit(before, e.Now):
			return problem.New(problem.StatusForbids, field)
		}
		update := before.Update()
		if isNew, err := set(ctx, e, before, update); err != nil || !isNew {
			after = before
			return err
		}
		if after, err = update.Save(ctx); err != nil {
			return err
		}
		if err := e.Record(ctx, action, after.ID, before, after); err != nil {
			return err
		}
		return e.announce(ctx, after)
	})
	return after, err
}

// RoomOpenings returns by appointment when its room opens or has opened to the customer. It omits appointments without an
// open room or a time at which it opens by itself.
func (b *Booking) RoomOpenings(ctx context.Context, appointmentIDs []string) (map[string]*civil.Instant, error) {
	openings := map[string]*civil.Instant{}
	now := b.clock()
	client := b.store.Client()
	rows, err := client.Appointment.Query().Where(appointment.IDIn(appointmentIDs...)).
		WithBranch().WithStaff(func(q *ent.StaffQuery) { q.WithVideoLink() }).All(ctx)
	if err != nil {
		return nil, err
	}
	links := map[string]*ent.VideoLink{}
	for _, row := range rows {
		links[row.StaffID] = schedule.LinkOf(row.Edges.Staff.Edges.VideoLink, row.Edges.Branch)
	}
	entries, err := schedule.EntriesOf(ctx, client, rows, links, now)
	for appointmentID, entry := range entries {
		if entry.State == schedule.EntryAhead || entry.State == schedule.EntryOpen {
			openings[appointmentID] = &entry.OpensAt
		}
	}
	return openings, err
}
