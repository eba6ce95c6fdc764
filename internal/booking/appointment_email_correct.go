package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/confirmationlink"
	"visavis/ent/customer"
	"visavis/ent/mail"
	"visavis/internal/form"
	"visavis/internal/idempotency"
	"visavis/internal/problem"
	"visavis/internal/secret"
)

// AppointmentEmailCorrectInput is the address that the customer meant at the booking.
type AppointmentEmailCorrectInput struct {
	Secret         string
	Email          string
	IdempotencyKey string // the same for every try
}

// UnconfirmedEmailOf returns the address of an appointment while its owner has not confirmed it, so that whoever wrote it can correct
// it; else nil. Staff vouch for what they wrote if they keep customers; what they wrote otherwise is unconfirmed, too.
func UnconfirmedEmailOf(a *ent.Appointment) *string {
	contact := ContactOf(a)
	if contact == nil || contact.ConfirmedAt != nil {
		return nil
	}
	return contact.Email
}

// AppointmentEmailCorrect replaces the misspelt address of an appointment that nobody has confirmed. The mail goes out anew, and what an
// earlier one has told the owner of the misspelt address ends: its buttons, the secret and the join link. It is a no-op if the address is
// the same. A retry returns the appointment with its new secret, which follows from the old one and the key: only who has sent the
// correction knows both.
func (b *Booking) AppointmentEmailCorrect(ctx context.Context, input AppointmentEmailCorrectInput) (*ent.Appointment, error) {
	var f form.Form
	email := f.Email("email", &input.Email)
	if email != nil && *email == "" {
		f.Add(problem.New(problem.Required, "email"))
	}
	if _, wrong := idempotency.New(&input.IdempotencyKey, input); wrong != nil {
		f.Add(wrong)
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	var after *ent.Appointment
	next := secret.Next(form.Copied(input.Secret), input.IdempotencyKey)
	err := b.edit(ctx, func(ctx context.Context, e *edit) error {
		before, err := e.beginOf(ctx, appointment.Or(bookedBy(input.Secret), bookedBy(next)))
		if ent.IsNotFound(err) {
			return problem.New(problem.NotFound, "secret")
		}
		if err != nil {
			return err
		}
		after, err = e.correctEmail(ctx, before, *email, next)
		return err
	})
	return after, err
}

func (e *edit) correctEmail(ctx context.Context, before *ent.Appointment, email, next string) (*ent.Appointment, error) {
	isRetry := *before.Secret == next
	switch {
	case isRetry && before.ContactEmail == email:
		return before, nil
	case isRetry:
		return nil, problem.New(problem.IdempotencyKeyReused, "idempotencyKey")
	case !mayBeAnswered(before, e.Now) || ContactOf(before) == nil:
		return nil, problem.New(problem.StatusForbids, "secret")
	case before.ContactConfirmedAt != nil:
		return nil, problem.New(problem.EmailConfirmed, "email")
	case before.ContactEmail == email:
		return before, nil
	}
	corrected := contactIn(before)
	corrected.email = email
	if err := e.checkMayCorrect(ctx, before, corrected); err != nil {
		return nil, err
	}
	known, err := e.customerOf(ctx, corrected, before.BranchID, false)
	if err != nil {
		return nil, err
	}
	update := before.Update().SetContactEmail(email).SetCustomer(known).SetSecret(next)
	if before.JoinToken != nil {
		update.SetJoinToken(secret.New())
	}
	after, err := update.Save(ctx)
	if err != nil {
		return nil, err
	}
	if err := e.deletePhotosOfFormer(ctx, before, after); err != nil {
		return nil, err
	}
	if err := e.forgetMisspelt(ctx, before.CustomerID); err != nil {
		return nil, err
	}
	if err := e.endMailsToConfirm(ctx, before); err != nil {
		return nil, err
	}
	if err := e.queueAgain(ctx, after); err != nil {
		return nil, err
	}
	// The trail keeps no addresses: it says by whom and when.
	if err := e.Record(ctx, "appointmentEmailCorrect", after.ID, before, mailedAgain{after, true}); err != nil {
		return nil, err
	}
	return after, e.announce(ctx, after)
}

// checkMayCorrect returns a problem if the customer has asked too often, or if the new address has as many open bookings as the branch
// allows, which must not be exceeded this way.
func (e *edit) checkMayCorrect(ctx context.Context, a *ent.Appointment, corrected contact) error {
	if err := e.checkAsked(ctx, a); err != nil {
		return err
	}
	row, err := e.branch(ctx, a.BranchID)
	if err != nil {
		return err
	}
	open, err := e.hasOpenBookings(ctx, corrected, row)
	if err == nil && open {
		return problem.New(problem.TooManyBookings, "email", phoneOf(row))
	}
	return err
}

// forgetMisspelt deletes the record of an address that nobody has confirmed, once no appointment is left under it. What staff have
// written on its card is kept.
func (e *edit) forgetMisspelt(ctx context.Context, customerID *string) error {
	if customerID == nil {
		return nil
	}
	_, err := e.Customer.Delete().Where(customer.ID(*customerID), customer.ConfirmedAtIsNil(),
		customer.Not(customer.HasAppointments()), customer.Not(customer.HasCard())).Exec(ctx)
	return err
}

// endMailsToConfirm ends the buttons in the mails about an appointment, and drops those mails that still wait.
func (e *edit) endMailsToConfirm(ctx context.Context, a *ent.Appointment) error {
	if _, err := e.ConfirmationLink.Delete().Where(confirmationlink.AppointmentID(a.ID)).Exec(ctx); err != nil {
		return err
	}
	about := []mail.Kind{mail.KindCONFIRMED, mail.KindMOVED, mail.KindCHANGED}
	return e.Mail.Update().Where(mail.AppointmentID(a.ID), mail.StateEQ(mail.StateWAITING), mail.KindIn(about...)).SetState(mail.StateDROPPED).Exec(ctx)
}
