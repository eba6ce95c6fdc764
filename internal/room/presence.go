package room

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/consultationroom"
	"visavis/ent/roomparticipant"
	"visavis/ent/roomsignal"
	"visavis/internal/civil"
	"visavis/internal/repeat"
	"visavis/internal/store"
)

// A participant is present while it follows the room: that renews its presence. Then it has some time to come back, less if its connection
// has ended than if the server of the connection has.
const (
	presence    = 20 * time.Second
	renewal     = 6 * time.Second
	comingBack  = renewal + 2*sweeping
	sweeping    = 2 * time.Second
	keepsPlace  = time.Minute    // a customer who comes back within has waited all the time
	forgotten   = 24 * time.Hour // after which nobody comes back
	unchanging  = time.Hour
	atOnce      = 500 // rows per statement
	lapsedBatch = 100
)

// renew prolongs the presence of participants. Who had gone and has come back is announced.
func (r *Rooms) renew(ctx context.Context, participantIDs []string) error {
	for from := 0; from < len(participantIDs); from += atOnce {
		some := participantIDs[from:min(from+atOnce, len(participantIDs))]
		missing := roomparticipant.And( // since the appointment was moved
			roomparticipant.RoleEQ(roomparticipant.RoleCUSTOMER), roomparticipant.HasRoomWith(consultationroom.CustomerWaitsSinceIsNil()),
		)
		back, err := r.store.Client().RoomParticipant.Query().
			Where(roomparticipant.IDIn(some...), roomparticipant.Or(roomparticipant.Away(true), missing)).All(ctx)
		if err != nil {
			return err
		}
		for _, p := range back {
			if err := r.comeBack(ctx, p); err != nil {
				return err
			}
		}
		err = r.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
			return tx.RoomParticipant.Update().Where(roomparticipant.IDIn(some...)).SetPresentUntil(r.clock().Add(presence)).Exec(ctx)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// comeBack notes that a participant is there again, a customer only while the room is open.
func (r *Rooms) comeBack(ctx context.Context, p *ent.RoomParticipant) error {
	return r.editOf(ctx, p, func(ctx context.Context, e *edit, p *ent.RoomParticipant) error {
		isCustomer := p.Role == roomparticipant.RoleCUSTOMER
		if isCustomer && !e.room.State.IsOpen() || !p.Away && !(isCustomer && e.room.row.CustomerWaitsSince == nil) {
			return nil
		}
		if err := p.Update().SetAway(false).SetPresentUntil(e.room.Now.Add(presence)).Exec(ctx); err != nil {
			return err
		}
		if isCustomer {
			if err := e.customerCame(ctx); err != nil {
				return err
			}
		}
		return e.announce(ctx)
	})
}

// leaveOpen shortens the presence of a participant whose connection has ended.
func (r *Rooms) leaveOpen(ctx context.Context, participantID string) error {
	return r.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		until := r.clock().Add(comingBack)
		return tx.RoomParticipant.Update().
			Where(roomparticipant.ID(participantID), roomparticipant.PresentUntilGT(until)).SetPresentUntil(until).Exec(ctx)
	})
}

// Sweep returns a task that notes who has not come back, and removes what nobody needs any more.
func (r *Rooms) Sweep() func(context.Context) {
	return repeat.Every(sweeping, func(ctx context.Context) {
		if err := r.sweep(ctx); err != nil && ctx.Err() == nil {
			r.logger.Error("the rooms were not swept", slog.Any("error", err))
		}
	})
}

func (r *Rooms) sweep(ctx context.Context) error {
	now := r.clock()
	lapsed, err := r.store.Client().RoomParticipant.Query().
		Where(roomparticipant.Away(false), roomparticipant.Or(roomparticipant.PresentUntilLTE(now), roomparticipant.PresentUntilGT(latest(now)))).
		Order(roomparticipant.ByPresentUntil()).Limit(lapsedBatch).All(ctx)
	errs := []error{err}
	for _, p := range lapsed {
		errs = append(errs, r.lapse(ctx, p))
	}
	return errors.Join(append(errs, r.forgetWaiting(ctx, now), r.remove(ctx, now))...) // one room keeps no other from being swept
}

// latest returns until when a participant may be present at most. Who is longer was renewed by a clock that has been set back since; the
// clocks of several servers differ by less.
func latest(now civil.Instant) civil.Instant { return now.Add(2 * presence) }

// lapse notes that a participant has not come back.
func (r *Rooms) lapse(ctx context.Context, p *ent.RoomParticipant) error {
	return r.editOf(ctx, p, func(ctx context.Context, e *edit, p *ent.RoomParticipant) error {
		now := e.room.Now
		if p.Away || now < p.PresentUntil && p.PresentUntil <= latest(now) {
			return nil
		}
		if err := p.Update().SetAway(true).SetPresentUntil(min(p.PresentUntil, now)).Exec(ctx); err != nil {
			return err
		}
		return e.announce(ctx)
	})
}

// forgetWaiting forgets since when customers have waited who are away for too long.
func (r *Rooms) forgetWaiting(ctx context.Context, now civil.Instant) error {
	gone := consultationroom.And(
		consultationroom.CustomerWaitsSinceNotNil(),
		consultationroom.Not(consultationroom.HasParticipantsWith(
			roomparticipant.RoleEQ(roomparticipant.RoleCUSTOMER), roomparticipant.PresentUntilGT(now.Add(-keepsPlace)),
		)),
	)
	is, err := r.store.Client().ConsultationRoom.Query().Where(gone).Exist(ctx)
	if err != nil || !is {
		return err
	}
	return r.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		return tx.ConsultationRoom.Update().Where(gone).ClearCustomerWaitsSince().Exec(ctx)
	})
}

// editOf runs do with the room of a participant and the participant as it is then, unless it has been removed. Nobody asks for it,
// so nobody has to be allowed to.
func (r *Rooms) editOf(ctx context.Context, p *ent.RoomParticipant, do func(ctx context.Context, e *edit, p *ent.RoomParticipant) error) error {
	inside := door{of: appointment.HasRoomWith(consultationroom.ID(p.RoomID)), side: roomparticipant.RoleCUSTOMER, field: appointmentField}
	err := r.edit(ctx, inside, func(ctx context.Context, e *edit) error {
		if now := e.participant(p.ID); now != nil {
			return do(ctx, e, now)
		}
		return nil
	})
	if err == nil || ignoreNotFound(err) != nil {
		return err
	}
	return r.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error { // the appointment is by video no more
		_, err := tx.RoomParticipant.Delete().Where(roomparticipant.ID(p.ID)).Exec(ctx)
		return err
	})
}

// remove removes signals that have lived long enough, and participants of earlier days.
func (r *Rooms) remove(ctx context.Context, now civil.Instant) error {
	signals, participants := roomsignal.SentAtLTE(now.Add(-signalLife)), roomparticipant.PresentUntilLTE(now.Add(-forgotten))
	client := r.store.Client()
	isOver, err := client.RoomSignal.Query().Where(signals).Exist(ctx)
	if err != nil {
		return err
	}
	isGone, err := client.RoomParticipant.Query().Where(participants).Exist(ctx)
	if err != nil || !isOver && !isGone {
		return err // mostly nothing is to be written
	}
	return r.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.RoomSignal.Delete().Where(signals).Exec(ctx); err != nil {
			return err
		}
		_, err := tx.RoomParticipant.Delete().Where(participants).Exec(ctx)
		return err
	})
}
