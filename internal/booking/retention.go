package booking

import (
	"context"
	"log/slog"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/repeat"
	"visavis/internal/retention"
)

const (
	// retainEvery is the interval between two searches for customers to forget and photos to delete.
	retainEvery = time.Hour
	// forgottenAtOnce limits how many customers of a branch are forgotten in one search, so that a first one delays nobody.
	forgottenAtOnce = 200
)

// Retain returns a task that forgets long unseen customers, and those whose merge cannot be undone any more, and deletes old photos, at once
// and then again and again, until its context is done.
func (b *Booking) Retain(logger *slog.Logger) func(context.Context) {
	return repeat.AtOnceAndEvery(retainEvery, func(ctx context.Context) {
		if _, err := b.ForgetUnseenCustomers(ctx); err != nil && ctx.Err() == nil {
			logger.ErrorContext(ctx, "cannot forget long unseen customers", slog.Any("error", err))
		}
		if err := b.DeleteExpiredMerges(ctx); err != nil && ctx.Err() == nil {
			logger.ErrorContext(ctx, "cannot delete merged customers", slog.Any("error", err))
		}
		if _, err := b.DeleteOldPhotos(ctx); err != nil && ctx.Err() == nil {
			logger.ErrorContext(ctx, "cannot delete old photos", slog.Any("error", err))
		}
	})
}

// ForgetUnseenCustomers forgets customers of the branches that have a retention, and returns how many. Some may be left for the next call.
func (b *Booking) ForgetUnseenCustomers(ctx context.Context) (forgotten int, err error) {
	ctx = actor.With(ctx, actor.Actor{IsServer: true})
	branches, err := b.store.Client().Branch.Query().Where(branch.RetentionMonthsNotNil()).All(ctx)
	if err != nil {
		return 0, err
	}
	for _, row := range branches {
		count, err := b.forgetUnseenIn(ctx, row)
		forgotten += count
		if err != nil {
			return forgotten, err
		}
	}
	if forgotten == 0 {
		return 0, nil
	}
	return forgotten, b.store.TruncateJournal(ctx)
}

func (b *Booking) forgetUnseenIn(ctx context.Context, row *ent.Branch) (forgotten int, err error) {
	zone, err := civil.LoadZone(row.TimeZone)
	if err != nil {
		return 0, err
	}
	cutoff := retention.Cutoff(zone, b.clock(), *row.RetentionMonths)
	customerIDs, err := retention.Some(ctx, b.store.Client(), row.ID, cutoff, forgottenAtOnce)
	if err != nil {
		return 0, err
	}
	for _, customerID := range customerIDs {
		isForgotten, err := b.forgetUnseen(ctx, customerID, cutoff)
		if err != nil {
			return forgotten, err
		}
		if isForgotten {
			forgotten++
		}
	}
	return forgotten, nil
}

// forgetUnseen forgets a customer, unless they have booked meanwhile, or a booking waits for the button in their mail.
func (b *Booking) forgetUnseen(ctx context.Context, customerID string, cutoff civil.Instant) (isForgotten bool, err error) {
	err = b.edit(ctx, func(ctx context.Context, e *edit) error {
		isForgotten = false
		known, err := e.Customer.Get(ctx, customerID)
		if err == nil {
			known, err = e.lockCustomer(ctx, known)
		}
		if ent.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		held, err := e.heldFor(ctx, known)
		if err != nil {
			return err
		}
		since := appointment.And(appointment.CustomerID(customerID), appointment.StartsAtGTE(cutoff))
		isSeen, err := e.Appointment.Query().Where(appointment.Or(since, held)).Exist(ctx)
		if err != nil || isSeen {
			return err
		}
		_, err = e.forget(ctx, known)
		isForgotten = err == nil
		return err
	})
	return isForgotten, err
}
