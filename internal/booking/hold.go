package booking

import (
	"cmp"
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/civil"
	"visavis/internal/problem"
	"visavis/internal/schedule"
	"visavis/internal/secret"
	"visavis/internal/store"
)

// AppointmentHoldInput is a start to reserve while the customer fills in a form.
type AppointmentHoldInput struct {
	BranchID  string
	ServiceID string
	StaffID   *string // nil: anyone
	Start     civil.Instant
	Secret    *string // of the present hold, which is released; no-op if it has ended
	Proof     *string // of work; nil: none
}

// AppointmentHold reserves a start for a customer at the client address. If the start is not bookable, the error is a
// *Refusal and the customer's present hold is kept. It is a *proofofwork.Required if the network needs a proof.
func (b *Booking) AppointmentHold(ctx context.Context, input AppointmentHoldInput, address string) (*ent.Appointment, error) {
	wanted := slot{branchID: input.BranchID, serviceID: input.ServiceID, staffID: input.StaffID, start: input.Start}
	if err := wanted.check(); err != nil {
		return nil, err
	}
	pass, err := b.admit(ctx, b.holds, b.allowance.Holds, address, input.Proof)
	if err != nil {
		return nil, err
	}
	var hold *ent.Appointment
	isNew := false
	present := ""
	if input.Secret != nil {
		present = *input.Secret
	}
	concern := wanted.concern()
	if present != "" {
		concern.Profiles = append(concern.Profiles, whoHas(heldBy(present)).Profiles...)
	}
	err = b.editOrder(ctx, concern, func(ctx context.Context, e *edit) error {
		before, err := e.beginOfHold(ctx, present)
		if err != nil {
			return err
		}
		if before != nil && wanted.isTakenBy(before) {
			isNew = false
			hold, err = e.renew(ctx, before)
			return err
		}
		hold, err = e.hold(ctx, wanted, before, address, pass)
		isNew = err == nil
		return err
	})
	if err != nil || !isNew {
		pass.undo()
	}
	return hold, b.withAlternatives(ctx, err, wanted)
}

// isTakenBy reports whether the appointment or hold occupies the slot.
func (s *slot) isTakenBy(hold *ent.Appointment) bool {
	return hold.BranchID == s.branchID && hold.ServiceID == s.serviceID && hold.StartsAt == s.start &&
		(s.staffID == nil || *s.staffID == hold.StaffID)
}

// beginOfHold returns the customer's present hold, which has the secret, or nil.
func (e *edit) beginOfHold(ctx context.Context, present string) (*ent.Appointment, error) {
	if err := e.clearExpiredHolds(ctx, nil); err != nil {
		return nil, err
	}
	if present == "" {
		return nil, nil
	}
	return store.OrNil(e.Before().Appointment.Query().Where(heldBy(present)).Only(ctx))
}

// hold replaces the customer's present hold, if any, by one of the slot.
func (e *edit) hold(ctx context.Context, wanted slot, before *ent.Appointment, address string, pass pass) (*ent.Appointment, error) {
	secret, since := secret.New(), e.Now
	if before != nil {
		secret, since = *before.Secret, *cmp.Or(before.HeldSince, &before.CreatedAt)
		wanted.except = before.ID
	}
	wanted.asOf = e.Now
	v, err := e.decide(ctx, wanted, allObstaclesCount)
	if err != nil {
		return nil, err
	}
	row, err := e.branch(ctx, wanted.branchID)
	if err != nil {
		return nil, err
	}
	expires := endOfHold(e.Now, since, row)
	if expires <= e.Now { // the hold time was shortened
		return nil, problem.New(problem.HoldExpired, "secret")
	}
	if err := e.payForHold(ctx, pass, wanted.except); err != nil {
		return nil, err
	}
	if err := e.makeWay(ctx, before); err != nil {
		return nil, err
	}
	hold := v.appointment(appointment.StatusHELD, e.Now)
	hold.HoldExpiresAt, hold.HeldSince, hold.Secret, hold.HolderAddress = &expires, &since, &secret, address
	hold.Source = appointment.SourceONLINE
	if err := e.InsertAppointment(ctx, hold); err != nil {
		return nil, v.taken(err)
	}
	if err := e.Record(ctx, "appointmentHold", hold.ID, before, hold); err != nil {
		return nil, err
	}
	return hold, e.announce(ctx, hold, before)
}

// endOfHold returns when a hold ends that is made now, in a chain that began earlier.
func endOfHold(now, since civil.Instant, row *ent.Branch) civil.Instant {
	holdTime := minutes(row.HoldMinutes)
	return min(now.Add(holdTime), since.Add(schedule.HoldsPerChain*holdTime))
}
