package booking

import (
	"context"

	"visavis/ent/confirmationlink"
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
	return was == nil != (is == nil) || is != nil && contactIn(u.before) != contactIn(&u.after) || !sameCustomer(u.before.CustomerID, u.after.CustomerID)
}

func sameCustomer(one, other *string) bool {
	return one == other || one != nil && other != nil && *one == *other
}

// endLinksOfFormerAddress ends what earlier mails have given to another address: its buttons, the secret and the join link.
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
	_, err := e.ConfirmationLink.Delete().Where(confirmationlink.AppointmentID(u.before.ID)).Exec(ctx)
	return err
}
