package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/confirmationlink"
	"visavis/ent/mail"
	"visavis/ent/staff"
	"visavis/internal/id"
	"visavis/internal/problem"
)

// CustomerForgetInput names the customer to forget.
type CustomerForgetInput struct{ ID string }

// CustomerForget deletes a customer and the personal data in their appointments. Coming appointments are cancelled without a
// mail, because there is no address left.
func (b *Booking) CustomerForget(ctx context.Context, input CustomerForgetInput) (cancelled int, err error) {
	if err := id.Customer.Check(input.ID, "id"); err != nil {
		return 0, err
	}
	err = b.edit(ctx, func(ctx context.Context, e *edit) error {
		ofCustomer := appointment.CustomerID(input.ID)
		if err := e.lock(ctx, "", staff.HasAppointmentsWith(ofCustomer)); err != nil {
			return err
		}
		rows, err := e.Appointment.Query().Where(ofCustomer).All(ctx)
		if err != nil {
			return err
		}
		coming, err := e.cancelComing(ctx, rows)
		if err != nil {
			return err
		}
		cancelled = len(coming)
		if err := e.erase(ctx, rows); err != nil {
			return err
		}
		err = e.Customer.DeleteOneID(input.ID).Exec(ctx)
		if ent.IsNotFound(err) {
			return problem.New(problem.NotFound, "id")
		}
		if err != nil {
			return err
		}
		if err := e.Record(ctx, "customerForget", input.ID, nil, forgotten{cancelled}); err != nil || len(coming) == 0 {
			return err
		}
		return e.announce(ctx, coming...)
	})
	if err != nil {
		return 0, err
	}
	return cancelled, b.store.TruncateJournal(ctx)
}

// forgotten is the audit trail's record of a deleted customer.
type forgotten struct {
	CancelledAppointments int `json:"cancelled_appointments"`
}

func (e *edit) cancelComing(ctx context.Context, rows []*ent.Appointment) ([]*ent.Appointment, error) {
	var coming []*ent.Appointment
	for _, before := range rows {
		if before.Status != appointment.StatusCONFIRMED || before.StartsAt <= e.Now {
			continue
		}
		after, err := before.Update().SetStatus(appointment.StatusCANCELLED).SetLive(false).AddVersion(1).Save(ctx)
		if err != nil {
			return nil, err
		}
		if err := e.Record(ctx, "customerForget", after.ID, before, after); err != nil {
			return nil, err
		}
		coming = append(coming, after)
	}
	return coming, nil
}

// erase deletes the personal data in appointments and the mails about them.
func (e *edit) erase(ctx context.Context, rows []*ent.Appointment) error {
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	if _, err := e.Mail.Delete().Where(mail.AppointmentIDIn(ids...)).Exec(ctx); err != nil {
		return err
	}
	if _, err := e.ConfirmationLink.Delete().Where(confirmationlink.AppointmentIDIn(ids...)).Exec(ctx); err != nil {
		return err
	}
	return e.Appointment.Update().Where(appointment.IDIn(ids...)).
		ClearCustomer().SetNote("").
		SetContactName("").SetContactEmail("").SetContactPhone("").ClearContactLocale().SetContactAcceptsMarketing(false).
		ClearContactConfirmedAt().
		ClearSecret().ClearJoinToken().SetRoomName("").ClearIdempotencyKey().SetRequestDigest("").
		Exec(ctx)
}
