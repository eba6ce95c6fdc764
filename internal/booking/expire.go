package booking

import (
	"cmp"
	"context"
	"log/slog"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/repeat"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// clearExpiredHolds deletes the expired holds of the locked people, which the database still guards against overlaps. It
// keeps the one with the secret, which is about to be booked.
func (e *edit) clearExpiredHolds(ctx context.Context, kept *string) error {
	if e.looked != nil && !e.looked.Expired {
		return nil
	}
	// There are never many. SQLite would otherwise scan all past appointments for the people or the order.
	expired, err := e.Before().Appointment.Query().Where(schedule.Expired(e.Now)).All(ctx)
	if err != nil {
		return err
	}
	e.freed = slices.DeleteFunc(expired, func(a *ent.Appointment) bool {
		return e.Presence(a.PersonID) == nil || kept != nil && a.Secret != nil && *a.Secret == *kept
	})
	if len(e.freed) == 0 {
		return nil
	}
	slices.SortFunc(e.freed, func(a, b *ent.Appointment) int { return cmp.Compare(a.ID, b.ID) })
	ids := make([]string, len(e.freed))
	for i, hold := range e.freed {
		ids[i] = hold.ID
	}
	_, err = e.Appointment.Delete().Where(appointment.IDIn(ids...)).Exec(ctx)
	return err
}

// AnnounceExpiredHolds deletes the expired holds and announces their starts in their branches. Correctness does not depend
// on when it is called.
func (b *Booking) AnnounceExpiredHolds(ctx context.Context) error {
	var people []string
	err := b.store.Client().Appointment.Query().Where(schedule.Expired(b.clock())).
		Select(appointment.FieldPersonID).Scan(ctx, &people)
	if err != nil {
		return err
	}
	slices.Sort(people)
	for _, personID := range slices.Compact(people) {
		err := b.edit(ctx, func(ctx context.Context, e *edit) error {
			if err := e.Lock(ctx, store.Concern{Profiles: [][]predicate.Staff{{staff.PersonID(personID)}}}); err != nil {
				return err
			}
			if err := e.clearExpiredHolds(ctx, nil); err != nil || len(e.freed) == 0 {
				return err
			}
			return e.announce(ctx)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// sweepEvery is the interval between two searches for expired holds.
const sweepEvery = 5 * time.Second

// Sweep returns a task that announces expired holds until its context is done.
func (b *Booking) Sweep(logger *slog.Logger) func(context.Context) {
	return repeat.Every(sweepEvery, func(ctx context.Context) {
		if err := b.AnnounceExpiredHolds(ctx); err != nil && ctx.Err() == nil {
			logger.ErrorContext(ctx, "cannot announce expired holds", slog.Any("error", err))
		}
	})
}
