package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/changerequest"
	"visavis/ent/confirmationlink"
	"visavis/ent/customer"
	"visavis/ent/mail"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/reach"
	"visavis/internal/secret"
	"visavis/internal/store"
)

// updateContact sets for whom the appointment is, if staff name somebody.
func (e *edit) updateContact(ctx context.Context, u *update, named namedBooker) error {
	isAdded, err := e.addAddress(ctx, u, named)
	if err != nil {
		return err
	}
	if isAdded {
		u.after.ContactConfirmedAt = &e.Now
	}
	if isAdded || u.keepsCustomer(named) {
		v := *named.contact
		v.timeZone, v.marketing = u.before.ContactTimeZone, u.before.ContactAcceptsMarketing
		v.write(&u.after)
		return nil
	}
	found, err := e.bookerNamed(ctx, named, u.before.BranchID)
	if found == nil || err != nil {
		return err
	}
	u.after.ContactConfirmedAt = nil
	found.attach(e, &u.after)
	return nil
}

// keepsCustomer reports whether the contact is corrected, and nobody else is named: the address, by which customers are found, stays.
func (u *update) keepsCustomer(named namedBooker) bool {
	return named.contact != nil && u.before.CustomerID != nil && named.contact.email == u.before.ContactEmail
}

// addAddress writes the address of a contact on the record of the appointment's customer, if neither had one, nobody else has it, and whoever
// writes it keeps the record. It reports whether it did: who only had a phone number remains the same customer.
func (e *edit) addAddress(ctx context.Context, u *update, named namedBooker) (bool, error) {
	who := actor.Of(ctx)
	if named.contact == nil || named.contact.email == "" || u.before.ContactEmail != "" || u.before.CustomerID == nil || !who.KeepsCustomers(u.before.BranchID) {
		return false, nil
	}
	email := named.contact.email
	if _, err := e.LockCustomers(ctx, *u.before.CustomerID); err != nil {
		return false, err
	}
	known, err := store.OrNil(e.Customer.Query().Where(customer.ID(*u.before.CustomerID), customer.EmailIsNil(), reach.Customers(who)).Only(ctx))
	if known == nil || err != nil {
		return false, err
	}
	isTaken, err := e.Customer.Query().Where(customer.EmailIn(form.Spellings(email)...)).Exist(ctx)
	if isTaken || err != nil {
		return false, err
	}
	write := known.Update().SetEmail(email)
	if known.ConfirmedAt == nil {
		write.SetConfirmedAt(e.Now) // what staff keep is theirs
	}
	changed := struct{ Changed []string }{write.Mutation().Fields()}
	if err := write.Exec(ctx); err != nil {
		return false, err
	}
	return true, e.Record(ctx, "customerUpdate", known.ID, nil, changed)
}

// changesAddress reports whether the mails about the appointment go elsewhere.
func (u *update) changesAddress() bool { return u.before.ContactEmail != u.after.ContactEmail }

// changesContact reports whether the appointment is for somebody else, or its contact is corrected.
func (u *update) changesContact() bool {
	was, is := ContactOf(u.before), ContactOf(&u.after)
	return was == nil != (is == nil) || is != nil && contactIn(u.before) != contactIn(&u.after) || !isSame(u.before.CustomerID, u.after.CustomerID)
}

// isSame reports whether two values are equal, or both nil.
func isSame[T comparable](one, other *T) bool {
	return one == other || one != nil && other != nil && *one == *other
}

// endLinksOfFormerAddress ends what the former address has been given: the buttons in its mails, the secret, which a retry of the booking would
// return, and the join link. What was asked from there does not concern whoever has the appointment now.
func (e *edit) endLinksOfFormerAddress(ctx context.Context, u *update) error {
	if u.before.ContactEmail == "" || !u.changesAddress() {
		return nil
	}
	fresh := secret.New()
	u.after.Secret = &fresh
	if u.after.JoinToken != nil {
		token := secret.New()
		u.after.JoinToken = &token
	}
	if err := e.forgetRequests(ctx, []*ent.Appointment{u.before}); err != nil {
		return err
	}
	if err := e.forgetChangeRequests(ctx, u.before); err != nil {
		return err
	}
	_, err := e.ConfirmationLink.Delete().Where(confirmationlink.AppointmentID(u.before.ID)).Exec(ctx)
	return err
}

// forgetChangeRequests deletes what was asked about an appointment, and drops the mails about it that still wait.
func (e *edit) forgetChangeRequests(ctx context.Context, a *ent.Appointment) error {
	about := []mail.Kind{mail.KindCHANGE_REQUESTED, mail.KindCHANGE_DECLINED}
	err := e.Mail.Update().Where(mail.AppointmentID(a.ID), mail.StateEQ(mail.StateWAITING), mail.KindIn(about...)).SetState(mail.StateDROPPED).Exec(ctx)
	if err != nil {
		return err
	}
	_, err = e.ChangeRequest.Delete().Where(changerequest.AppointmentID(a.ID)).Exec(ctx)
	return err
}
