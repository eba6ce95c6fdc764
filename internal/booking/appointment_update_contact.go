package booking

import (
	"context"

	"visavis/ent"
	"visavis/ent/changerequest"
	"visavis/ent/confirmationlink"
	"visavis/ent/mail"
	"visavis/internal/secret"
)

// updateContact sets for whom the appointment is, if staff name somebody.
func (e *edit) updateContact(ctx context.Context, u *update, named namedBooker) error {
	if u.keepsCustomer(named) {
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
