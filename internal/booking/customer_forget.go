package booking

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/changerequest"
	"visavis/ent/confirmationlink"
	"visavis/ent/creationrequest"
	"visavis/ent/customer"
	"visavis/ent/mail"
	"visavis/ent/predicate"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/mailquota"
	"visavis/internal/problem"
	"visavis/internal/reach"
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
		known, err := e.Customer.Query().Where(customer.ID(input.ID), reach.Customers(actor.Of(ctx))).Only(ctx)
		if err == nil {
			known, err = e.lockCustomer(ctx, known)
		}
		if err == nil {
			cancelled, err = e.forget(ctx, known)
		}
		if ent.IsNotFound(err) { // maybe only since another one waited for the lock
			return problem.New(problem.NotFound, "id")
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	return cancelled, b.store.TruncateJournal(ctx)
}

// lockCustomer locks whom the appointments of a customer concern, and then the customer, whom it returns. The error is ent's not-found error if
// the customer is gone.
func (e *edit) lockCustomer(ctx context.Context, known *ent.Customer) (*ent.Customer, error) {
	if err := e.Lock(ctx, whoHas(appointment.CustomerID(known.ID), heldFor(known))); err != nil {
		return nil, err
	}
	if _, err := e.LockCustomers(ctx, known.ID); err != nil {
		return nil, err
	}
	known, err := e.Customer.Get(ctx, known.ID)
	if err != nil {
		return nil, err
	}
	// Until then, a merge or a booking may have brought appointments with others.
	personIDs, err := e.Appointment.Query().Where(appointment.Or(appointment.CustomerID(known.ID), heldFor(known))).
		Unique(true).Select(appointment.FieldPersonID).Strings(ctx)
	if err != nil {
		return nil, err
	}
	for _, personID := range personIDs {
		if e.Presence(personID) == nil {
			return nil, errCustomerChanged
		}
	}
	return known, nil
}

// forget deletes a customer who is locked, and returns how many coming appointments are cancelled.
func (e *edit) forget(ctx context.Context, known *ent.Customer) (cancelled int, err error) {
	rows, err := e.Appointment.Query().Where(appointment.CustomerID(known.ID)).All(ctx)
	if err != nil {
		return 0, err
	}
	held := heldFor(known)
	waiting, err := e.Appointment.Query().Where(held).All(ctx)
	if err != nil {
		return 0, err
	}
	if _, err := e.Appointment.Delete().Where(held).Exec(ctx); err != nil {
		return 0, err
	}
	coming, err := e.cancelComing(ctx, rows)
	if err != nil {
		return 0, err
	}
	if err := e.erase(ctx, rows); err != nil {
		return 0, err
	}
	if err := e.Customer.DeleteOne(known).Exec(ctx); err != nil {
		return 0, err
	}
	// The digest of what was entered tells it to whoever guesses.
	if err := e.CreationRequest.Update().Where(creationrequest.ObjectID(known.ID)).SetDigest("").Exec(ctx); err != nil {
		return 0, err
	}
	if known.Email != nil {
		if err := mailquota.Forget(ctx, e.Client, *known.Email); err != nil {
			return 0, err
		}
	}
	freed := slices.Concat(coming, waiting)
	if err := e.Record(ctx, "customerForget", known.ID, nil, forgotten{len(coming)}); err != nil || len(freed) == 0 {
		return len(coming), err
	}
	return len(coming), e.announce(ctx, freed...)
}

// heldFor selects what waits for the button in a mail to the customer.
func heldFor(known *ent.Customer) predicate.Appointment {
	email := "none" // which is no address
	if known.Email != nil {
		email = form.Address(*known.Email)
	}
	return appointment.And(appointment.ContactEmail(email), appointment.StatusEQ(appointment.StatusHELD))
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
	if _, err := e.ChangeRequest.Delete().Where(changerequest.AppointmentIDIn(ids...)).Exec(ctx); err != nil {
		return err
	}
	if err := e.forgetRequests(ctx, rows); err != nil {
		return err
	}
	return e.Appointment.Update().Where(appointment.IDIn(ids...)).
		ClearCustomer().SetNote("").
		SetContactName("").SetContactEmail("").SetContactPhone("").ClearContactLocale().SetContactTimeZone("").SetContactAcceptsMarketing(false).
		ClearContactConfirmedAt().
		ClearSecret().ClearJoinToken().SetRoomName("").
		Exec(ctx)
}
