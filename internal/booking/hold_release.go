package booking

import (
	"cmp"
	"context"
	"time"

	"visavis/ent"
	"visavis/internal/civil"
	"visavis/internal/statement"
)

// AppointmentHoldReleaseInput names the hold to release.
type AppointmentHoldReleaseInput struct {
	Secret string
	After  *time.Duration // whole seconds; nil: at once
}

// AppointmentHoldRelease releases a hold, or shortens it to the given time. It is a no-op if the hold has ended, or ends by then.
func (b *Booking) AppointmentHoldRelease(ctx context.Context, input AppointmentHoldReleaseInput) error {
	of := heldBy(input.Secret)
	return b.editOrder(ctx, whoHas(of), func(ctx context.Context, e *edit) error {
		hold, err := e.Appointment.Query().Where(of).Only(ctx)
		if ent.IsNotFound(err) {
			return nil
		}
		if err != nil {
			return err
		}
		if input.After != nil && *input.After > 0 {
			if ends := e.Now.Add(*input.After); ends < *hold.HoldExpiresAt {
				_, err = e.endHoldAt(ctx, "appointmentHoldRelease", hold, ends)
			}
			return err
		}
		if err := statement.DeleteHold(ctx, e.Client, hold); err != nil {
			return err
		}
		if err := e.Record(ctx, "appointmentHoldRelease", hold.ID, hold, nil); err != nil {
			return err
		}
		return e.announce(ctx, hold)
	})
}

// renew returns the customer's hold, which lasts again as long as it did before it was shortened.
func (e *edit) renew(ctx context.Context, hold *ent.Appointment) (*ent.Appointment, error) {
	row, err := e.branch(ctx, hold.BranchID)
	if err != nil {
		return nil, err
	}
	ends := endOfHold(hold.CreatedAt, *cmp.Or(hold.HeldSince, &hold.CreatedAt), row)
	if ends <= *hold.HoldExpiresAt {
		return hold, nil
	}
	return e.endHoldAt(ctx, "appointmentHold", hold, ends)
}

// endHoldAt makes a hold expire at another time.
func (e *edit) endHoldAt(ctx context.Context, action string, before *ent.Appointment, ends civil.Instant) (*ent.Appointment, error) {
	hold := *before
	hold.HoldExpiresAt = &ends
	if err := statement.SetHoldExpiry(ctx, e.Client, &hold); err != nil {
		return nil, err
	}
	if err := e.Record(ctx, action, hold.ID, before, &hold); err != nil {
		return nil, err
	}
	return &hold, e.announce(ctx, &hold)
}
