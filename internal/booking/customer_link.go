package booking

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/customer"
	"visavis/ent/customerlink"
	"visavis/ent/mail"
	"visavis/internal/audit"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/link"
	"visavis/internal/problem"
	"visavis/internal/secret"
	"visavis/internal/store"
)

// CustomerLinkTime is how long a link to a customer's data can be used.
const CustomerLinkTime = 30 * time.Minute

// CustomerLinkSendInput names an appointment by its secret, and what its customer wants to do with what is kept of them.
type CustomerLinkSendInput struct {
	Secret  string
	Purpose customerlink.Purpose
}

// CustomerLinkSend sends a link for the purpose to the confirmed address of the customer of an appointment. Whether there is one
// is not disclosed: whoever booked may have written the address of somebody else. It is a no-op while such a mail waits.
func (b *Booking) CustomerLinkSend(ctx context.Context, input CustomerLinkSendInput) error {
	_, err := b.editBySecret(ctx, input.Secret, func(ctx context.Context, e *edit, a *ent.Appointment) error {
		kind := mail.KindCUSTOMER_EXPORT
		if input.Purpose == customerlink.PurposeERASE {
			kind = mail.KindCUSTOMER_ERASURE
		}
		waits, err := e.Mail.Query().Where(mail.AppointmentID(a.ID), mail.KindEQ(kind), mail.StateEQ(mail.StateWAITING)).Exist(ctx)
		if err != nil || waits {
			return err
		}
		if err := e.checkAsked(ctx, a); err != nil {
			return err
		}
		queued := e.mailAbout(a, kind, e.Now, true)
		queued.Occasion = id.Mail.NewAt(int64(e.Now))
		e.AfterCommit(e.booking.mailQueued)
		if err := e.InsertMails(ctx, []*ent.Mail{queued}); err != nil {
			return err
		}
		return e.Record(ctx, "customerLinkSend", a.ID, a, linkAsked{a, input.Purpose})
	})
	return err
}

// linkAsked is the audit trail's record of an appointment whose customer has asked for a link.
type linkAsked struct {
	*ent.Appointment
	Purpose customerlink.Purpose `json:"customer_link"`
}

// PurposeOf returns what the link in a mail of a kind is for, or "" if mails of the kind have none.
func PurposeOf(kind mail.Kind) customerlink.Purpose {
	switch kind {
	case mail.KindCUSTOMER_EXPORT:
		return customerlink.PurposeEXPORT
	case mail.KindCUSTOMER_ERASURE:
		return customerlink.PurposeERASE
	default:
		return ""
	}
}

// CustomerLink creates a link to a customer's data, and returns its token. It must reach nobody but the mailbox of the customer's
// confirmed address. Links that have expired are deleted.
func CustomerLink(ctx context.Context, tx *store.Tx, now civil.Instant, of *ent.Customer, purpose customerlink.Purpose, locale customerlink.Locale) (token string, err error) {
	if _, err := tx.CustomerLink.Delete().Where(customerlink.ExpiresAtLTE(now)).Exec(ctx); err != nil {
		return "", err
	}
	token = secret.New()
	return token, tx.CustomerLink.Create().SetID(secret.Hash(token)).SetCustomerID(of.ID).
		SetPurpose(purpose).SetLocale(locale).SetExpiresAt(now.Add(CustomerLinkTime)).Exec(ctx)
}

// CustomerLinkCreateInput names a customer.
type CustomerLinkCreateInput struct{ ID string }

// CustomerLinkCreate returns the path of a link to a customer's data, which staff open to hand them over in the customer's language.
func (b *Booking) CustomerLinkCreate(ctx context.Context, input CustomerLinkCreateInput) (path string, err error) {
	if err := id.Customer.Check(input.ID, "id"); err != nil {
		return "", err
	}
	err = b.store.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		of, err := b.lockedCustomer(ctx, tx, input.ID, "id")
		if err != nil {
			return err
		}
		token, err := CustomerLink(ctx, tx, b.clock(), of, customerlink.PurposeEXPORT, customerlink.Locale(of.Locale))
		if err != nil {
			return err
		}
		path = link.CustomerData(token)
		_, err = audit.Record(ctx, tx, b.clock(), "customerLinkCreate", of.ID, nil, struct {
			Purpose customerlink.Purpose `json:"customer_link"`
		}{customerlink.PurposeEXPORT})
		return err
	})
	return path, err
}

// CustomerLinkOf returns the link with a token, and its customer with their appointments, or nil if it is unknown, used or expired.
func (b *Booking) CustomerLinkOf(ctx context.Context, token string) (*ent.CustomerLink, error) {
	return store.OrNil(b.store.Client().CustomerLink.Query().
		Where(customerlink.ID(secret.Hash(form.Copied(token))), customerlink.ExpiresAtGT(b.clock())).
		WithCustomer(func(q *ent.CustomerQuery) {
			q.WithAppointments(func(q *ent.AppointmentQuery) { q.Order(appointment.ByStartsAt()).WithBranch() })
		}).Only(ctx))
}

// ComingAppointment returns the first running or coming appointment of the customer of a link that CustomerLinkOf has returned, or nil.
func (b *Booking) ComingAppointment(link *ent.CustomerLink) *ent.Appointment {
	for _, a := range link.Edges.Customer.Edges.Appointments {
		if isAhead(a, b.clock()) {
			return a
		}
	}
	return nil
}

// CustomerExportByLink uses a link up, and returns what is kept of its customer, without texts that somebody else may have written.
func (b *Booking) CustomerExportByLink(ctx context.Context, token string) (*CustomerData, error) {
	var customerID string
	err := b.edit(ctx, func(ctx context.Context, e *edit) (err error) {
		link, err := e.customerLink(ctx, token, customerlink.PurposeEXPORT)
		if err != nil {
			return err
		}
		customerID = link.CustomerID
		return e.useCustomerLink(ctx, link)
	})
	if err != nil {
		return nil, err
	}
	row, err := withHistory(b.store.Client().Customer.Query()).Where(customer.ID(customerID)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.New(problem.LinkUsed, "token")
	}
	if err != nil {
		return nil, err
	}
	return b.dataOf(ctx, row, theCustomer)
}

// CustomerForgetByLink uses a link up, and forgets its customer as CustomerForget does. It is a problem if an appointment is running or
// coming: erasing it would cancel it without a word to the salon, even in the cancellation period.
func (b *Booking) CustomerForgetByLink(ctx context.Context, token string) error {
	err := b.edit(ctx, func(ctx context.Context, e *edit) error {
		link, err := e.customerLink(ctx, token, customerlink.PurposeERASE)
		if err != nil {
			return err
		}
		known, err := e.Customer.Get(ctx, link.CustomerID)
		if ent.IsNotFound(err) {
			return problem.New(problem.LinkUsed, "token")
		}
		if err != nil {
			return err
		}
		// Before the link is deleted: CustomerForget locks first, too, and then deletes the links.
		known, err = e.lockCustomer(ctx, known)
		if ent.IsNotFound(err) {
			return problem.New(problem.LinkUsed, "token")
		}
		if err != nil {
			return err
		}
		if err := e.useCustomerLink(ctx, link); err != nil {
			return err
		}
		coming, err := e.Appointment.Query().Where(ahead(known.ID, e.Now)).Exist(ctx)
		if err != nil {
			return err
		}
		if coming {
			return problem.New(problem.InUse, "token")
		}
		_, err = e.forget(ctx, known)
		return err
	})
	if err != nil {
		return err
	}
	return b.store.TruncateJournal(ctx)
}

// customerLink returns a link that can be used for a purpose.
func (e *edit) customerLink(ctx context.Context, token string, purpose customerlink.Purpose) (*ent.CustomerLink, error) {
	link, err := e.CustomerLink.Query().
		Where(customerlink.ID(secret.Hash(form.Copied(token))), customerlink.PurposeEQ(purpose), customerlink.ExpiresAtGT(e.Now)).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, problem.New(problem.LinkUsed, "token")
	}
	return link, err
}

// useCustomerLink deletes a link. Of two uses at once, one finds it.
func (e *edit) useCustomerLink(ctx context.Context, link *ent.CustomerLink) error {
	deleted, err := e.CustomerLink.Delete().Where(customerlink.ID(link.ID)).Exec(ctx)
	if err == nil && deleted == 0 {
		return problem.New(problem.LinkUsed, "token")
	}
	return err
}
