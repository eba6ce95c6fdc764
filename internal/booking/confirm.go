package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/confirmationlink"
	"visavis/ent/mail"
	"visavis/ent/notificationsetting"
	"visavis/ent/predicate"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/problem"
	"visavis/internal/schedule"
	"visavis/internal/secret"
	"visavis/internal/store"
)

// ConfirmationLink creates a link by which the owner of an appointment's address confirms it, and returns its token. It must
// reach nobody but the mailbox of that address.
func ConfirmationLink(ctx context.Context, tx *store.Tx, appointmentID string) (token string, err error) {
	token = secret.New()
	return token, tx.ConfirmationLink.Create().SetID(secret.Hash(token)).SetAppointmentID(appointmentID).Exec(ctx)
}

// AppointmentToConfirm returns the appointment, with branch, service and staff, whose confirmation link has the token. It
// returns nil if the token is unknown or there is nothing to confirm any more.
func (b *Booking) AppointmentToConfirm(ctx context.Context, token string) (*ent.Appointment, error) {
	row, err := store.OrNil(b.store.Client().Appointment.Query().
		Where(linkedBy(token)).
		WithBranch().WithService().WithStaff().Only(ctx))
	if row == nil || err != nil || !mayBeConfirmed(row, b.clock()) {
		return nil, err
	}
	return row, nil
}

// mayBeConfirmed reports whether the owner of the address can still confirm the appointment, or see that they did. An
// expired hold can, until another edit clears it.
func mayBeConfirmed(a *ent.Appointment, now civil.Instant) bool {
	return a.Live && a.ContactName != "" && now < a.EndsAt
}

// AppointmentConfirm confirms an appointment by the token in its mail, and books it if it is held for that. The contact is
// then the owner's, and so is the customer's record. It is a no-op if the contact is confirmed. If the start is not bookable
// any more, the error is a *Refusal.
func (b *Booking) AppointmentConfirm(ctx context.Context, token string) error {
	return b.edit(ctx, func(ctx context.Context, e *edit) error {
		err := e.confirm(ctx, linkedBy(token))
		if ent.IsNotFound(err) {
			return problem.New(problem.LinkUsed, "token")
		}
		return err
	})
}

// linkedBy selects the appointment whose confirmation link has the token.
func linkedBy(token string) predicate.Appointment {
	return appointment.HasConfirmationLinksWith(confirmationlink.ID(secret.Hash(form.Copied(token))))
}

// confirm confirms the appointment of a link, which it reads under the lock: a correction of the address may have ended the link meanwhile.
func (e *edit) confirm(ctx context.Context, linked predicate.Appointment) error {
	before, err := e.beginOf(ctx, linked)
	switch {
	case err != nil:
		return err
	case !mayBeConfirmed(before, e.Now):
		return problem.New(problem.LinkUsed, "token")
	case before.ContactConfirmedAt != nil:
		return nil
	case before.Status == appointment.StatusHELD:
		return e.bookConfirmed(ctx, before)
	}
	after, err := e.confirmContact(ctx, before, before.Update())
	if err != nil {
		return err
	}
	if err := e.Record(ctx, "appointmentConfirm", after.ID, before, after); err != nil {
		return err
	}
	return e.announce(ctx, after)
}

// bookConfirmed books what was held for the customer.
func (e *edit) bookConfirmed(ctx context.Context, before *ent.Appointment) error {
	if err := e.clearExpiredHolds(ctx, before.Secret); err != nil {
		return err
	}
	wanted := slot{
		branchID: before.BranchID, serviceID: before.ServiceID, staffID: &before.StaffID, start: before.StartsAt, asOf: e.Now, except: before.ID,
	}
	if schedule.IsLive(before, e.Now) {
		wanted.asOf = before.CreatedAt
	}
	v, err := e.decide(ctx, wanted, allObstaclesCount)
	if err != nil {
		return err
	}
	update := before.Update().SetStatus(appointment.StatusCONFIRMED).ClearHoldExpiresAt().ClearHeldSince().SetHolderAddress("")
	joinToken, roomName := v.room()
	update.SetNillableJoinToken(joinToken).SetRoomName(roomName)
	after, err := e.confirmContact(ctx, before, update)
	if err != nil {
		return v.taken(err)
	}
	return e.finish(ctx, change{action: "appointmentBook", mail: mail.KindCONFIRMED, toStaff: notificationsetting.KindBOOKED}, before, after, nil)
}

// confirmContact makes the contact that of the address's owner, whose record takes its facts.
func (e *edit) confirmContact(ctx context.Context, before *ent.Appointment, update *ent.AppointmentUpdateOne) (*ent.Appointment, error) {
	customer, err := e.customerOf(ctx, contactIn(before), before.BranchID, true)
	if err != nil {
		return nil, err
	}
	return update.SetCustomer(customer).SetContactConfirmedAt(e.Now).Save(ctx)
}
