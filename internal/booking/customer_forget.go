package booking

import (
	"context"
	"encoding/json"
	"slices"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/changerequest"
	"visavis/ent/confirmationlink"
	"visavis/ent/creationrequest"
	"visavis/ent/customer"
	"visavis/ent/customermerge"
	"visavis/ent/mail"
	"visavis/ent/offer"
	"visavis/ent/predicate"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/mailquota"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/store"
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
	held, err := e.heldFor(ctx, known)
	if err != nil {
		return nil, err
	}
	if err := e.Lock(ctx, whoHas(appointment.CustomerID(known.ID), held)); err != nil {
		return nil, err
	}
	if _, err := e.LockCustomers(ctx, known.ID); err != nil {
		return nil, err
	}
	if known, err = e.Customer.Get(ctx, known.ID); err != nil {
		return nil, err
	}
	if held, err = e.heldFor(ctx, known); err != nil {
		return nil, err
	}
	// Until then, a merge or a booking may have brought appointments with others.
	personIDs, err := e.Appointment.Query().Where(appointment.Or(appointment.CustomerID(known.ID), held)).
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
	merges, err := e.mergesOf(ctx, known)
	if err != nil {
		return 0, err
	}
	held, err := e.heldFor(ctx, known)
	if err != nil {
		return 0, err
	}
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
	if err := forgetCreations(ctx, e.Tx, append(merges.IDs, known.ID)...); err != nil {
		return 0, err
	}
	for _, email := range append(merges.Emails, emailsOf(known.Email)...) {
		if err := mailquota.Forget(ctx, e.Client, email); err != nil {
			return 0, err
		}
	}
	freed := slices.Concat(coming, waiting)
	if err := e.Record(ctx, "customerForget", known.ID, nil, forgotten{len(coming)}); err != nil || len(freed) == 0 {
		return len(coming), err
	}
	return len(coming), e.announce(ctx, freed...)
}

// forgetCreations deletes the digests of what was entered when customers were created, which tell it to whoever guesses.
func forgetCreations(ctx context.Context, tx *store.Tx, customerIDs ...string) error {
	return tx.CreationRequest.Update().Where(creationrequest.ObjectIDIn(customerIDs...)).SetDigest("").Exec(ctx)
}

// heldFor selects what waits for the button in a mail to the customer, or to those who were merged into them.
func (e *edit) heldFor(ctx context.Context, known *ent.Customer) (predicate.Appointment, error) {
	merges, err := e.mergesOf(ctx, known)
	var emails []string
	for _, email := range append(merges.Emails, emailsOf(known.Email)...) {
		emails = append(emails, form.Address(email))
	}
	return appointment.And(appointment.ContactEmailIn(emails...), appointment.StatusEQ(appointment.StatusHELD)), err
}

func emailsOf(email *string) []string {
	if email == nil {
		return nil
	}
	return []string{*email}
}

// mergedCustomers are those who were merged into a customer, as far as that can be undone.
type mergedCustomers struct{ IDs, Emails []string }

func (e *edit) mergesOf(ctx context.Context, known *ent.Customer) (of mergedCustomers, err error) {
	rows, err := e.CustomerMerge.Query().Where(customermerge.KeptID(known.ID)).All(ctx)
	for _, row := range rows {
		var before beforeMerge
		if err := json.Unmarshal(row.Before, &before); err != nil {
			return of, err
		}
		of.IDs = append(of.IDs, row.MergedID)
		of.Emails = append(append(of.Emails, emailsOf(before.Merged.Email)...), emailsOf(before.Kept.Email)...)
	}
	return of, err
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
	if err := e.endOffers(ctx, offer.StateLAPSED, ids...); err != nil {
		return err
	}
	if _, err := e.Offer.Delete().Where(offer.AppointmentIDIn(ids...)).Exec(ctx); err != nil {
		return err
	}
	if err := e.deletePhotos(ctx, ids); err != nil {
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
