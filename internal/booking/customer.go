package booking

import (
	"context"
	"strings"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/problem"
)

// CustomerInput is what a client, or staff for a client, writes of themselves.
type CustomerInput struct {
	Name             string
	Email            *string // clients must, staff may give it; by it a customer is found again
	Phone            *string
	Locale           branch.Locale
	AcceptsPrivacy   bool // clients must
	AcceptsMarketing bool
}

// visitor is a CustomerInput that is sound.
type contact struct {
	name, email, phone string // the latter two may be empty
	locale             branch.Locale
	privacy, marketing bool
}

// readVisitor reads who books.
func readContact(f *form.Form, field string, input CustomerInput) contact {
	v := contact{locale: input.Locale, privacy: input.AcceptsPrivacy, marketing: input.AcceptsMarketing}
	v.name = *f.Name(field+".name", &input.Name)
	if email := f.Email(field+".email", input.Email); email != nil {
		v.email = strings.ToLower(*email)
	}
	if phone := f.Line(field+".phone", input.Phone, form.NameLength); phone != nil {
		v.phone = *phone
	}
	return v
}

// readClient reads a client, who must say where to write to, and consent.
func readCustomerContact(f *form.Form, field string, input CustomerInput) contact {
	v := readContact(f, field, input)
	if v.email == "" {
		f.Add(problem.New(problem.Required, field+".email"))
	}
	if !v.privacy {
		f.Add(problem.New(problem.ConsentRequired, field+".acceptsPrivacy"))
	}
	return v
}

// customerOf finds the customer by the e-mail address, or makes one.
func (e *edit) customerOf(ctx context.Context, v contact) (*ent.Customer, error) {
	if v.email != "" {
		known, err := e.Customer.Query().Where(customer.Email(v.email)).Only(ctx)
		if err == nil {
			return e.recognize(ctx, known, v)
		}
		if !ent.IsNotFound(err) {
			return nil, err
		}
	}
	create := e.Customer.Create().SetName(v.name).SetPhone(v.phone).SetLocale(customer.Locale(v.locale)).SetCreatedAt(e.Now)
	if v.email != "" {
		create.SetEmail(v.email)
	}
	if v.privacy {
		create.SetPrivacyAcceptedAt(e.Now)
	}
	if v.marketing {
		create.SetMarketingAcceptedAt(e.Now)
	}
	return create.Save(ctx)
}

// recognise books for a customer who is known. Managers write down what has changed;
// members see and change none but their own. To know an address proves nothing: what a
// client writes beside it stays with the appointment.
func (e *edit) recognize(ctx context.Context, known *ent.Customer, v contact) (*ent.Customer, error) {
	switch who := actor.Of(ctx); {
	case who.Role >= actor.Manager:
		return e.updateCustomer(ctx, known, v)
	case who.Role == actor.Member:
		if err := e.checkCustomerVisible(ctx, known.ID, "customer.email"); err != nil {
			return nil, err
		}
		return e.updateCustomer(ctx, known, v)
	case v.privacy && known.PrivacyAcceptedAt == nil:
		return known.Update().SetPrivacyAcceptedAt(e.Now).Save(ctx)
	default:
		return known, nil
	}
}

// mayBookFor keeps members from reading what is known of the customers of others: they
// would see it with the appointment.
func (e *edit) checkCustomerVisible(ctx context.Context, customerID, field string) error {
	who := actor.Of(ctx)
	if who.Role >= actor.Manager {
		return nil
	}
	theirs, err := e.Appointment.Query().Where(appointment.CustomerID(customerID), appointment.PersonID(who.PersonID)).Exist(ctx)
	if err == nil && !theirs {
		return problem.New(problem.OwnColumnOnly, field)
	}
	return err
}

func (e *edit) updateCustomer(ctx context.Context, known *ent.Customer, v contact) (*ent.Customer, error) {
	update := known.Update().SetName(v.name).SetLocale(customer.Locale(v.locale))
	if v.phone != "" {
		update.SetPhone(v.phone)
	}
	if v.privacy {
		update.SetPrivacyAcceptedAt(e.Now)
	}
	if v.marketing && known.MarketingAcceptedAt == nil {
		update.SetMarketingAcceptedAt(e.Now)
	}
	return update.Save(ctx)
}

// writeGuest keeps with an appointment what its client has written otherwise than it is
// known of the customer.
func (v contact) setContact(create *ent.AppointmentCreate, known *ent.Customer) {
	if v.name != known.Name {
		create.SetGuestName(v.name)
	}
	if v.phone != "" && v.phone != known.Phone {
		create.SetGuestPhone(v.phone)
	}
}
