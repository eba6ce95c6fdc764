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

// CustomerInput holds the facts that a customer, or staff on their behalf, enters.
type CustomerInput struct {
	Name             string
	Email            *string // required from customers, optional from staff; identifies the customer
	Phone            *string
	Locale           branch.Locale
	AcceptsPrivacy   bool // required from customers
	AcceptsMarketing bool
}

// contact is a CustomerInput that is valid.
type contact struct {
	name, email, phone string // the latter two may be empty
	locale             branch.Locale
	privacy, marketing bool
}

// readContact validates the input.
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

// readCustomerContact validates the input of customers, who must enter an email address and accept the privacy policy.
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

// customerOf returns the customer with the contact's email address, created if necessary.
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

// recognize returns a known customer for a booking. Managers update the customer, members only their own customers. Knowing
// an email address proves nothing, so what a customer enters stays with the appointment.
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

// checkCustomerVisible returns a problem if the actor may not see the customer, who would be visible with the appointment:
// members see only customers with an appointment of theirs.
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

// setContact stores with the appointment the facts of the contact that differ from those of the customer.
func (v contact) setContact(create *ent.AppointmentCreate, known *ent.Customer) {
	if v.name != known.Name {
		create.SetGuestName(v.name)
	}
	if v.phone != "" && v.phone != known.Phone {
		create.SetGuestPhone(v.phone)
	}
}
