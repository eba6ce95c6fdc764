package booking

import (
	"context"
	"strings"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/internal/fields"
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
type visitor struct {
	name, email, phone string // the latter two may be empty
	locale             branch.Locale
	privacy, marketing bool
}

// readVisitor reads who books.
func readVisitor(f *fields.Form, field string, input CustomerInput) visitor {
	v := visitor{locale: input.Locale, privacy: input.AcceptsPrivacy, marketing: input.AcceptsMarketing}
	v.name = *f.Name(field+".name", &input.Name)
	if email := f.Email(field+".email", input.Email); email != nil {
		v.email = strings.ToLower(*email)
	}
	if phone := f.Line(field+".phone", input.Phone, fields.NameLength); phone != nil {
		v.phone = *phone
	}
	return v
}

// readClient reads a client, who must say where to write to, and consent.
func readClient(f *fields.Form, field string, input CustomerInput) visitor {
	v := readVisitor(f, field, input)
	if v.email == "" {
		f.Add(problem.New(problem.Required, field+".email"))
	}
	if !v.privacy {
		f.Add(problem.New(problem.ConsentRequired, field+".acceptsPrivacy"))
	}
	return v
}

// customerOf finds the customer by the e-mail address, or makes one. Whoever is
// found is known from now on by what they have written this time.
func (e *edit) customerOf(ctx context.Context, v visitor) (*ent.Customer, error) {
	if v.email != "" {
		known, err := e.Customer.Query().Where(customer.Email(v.email)).Only(ctx)
		if err == nil {
			return e.updateCustomer(ctx, known, v)
		}
		if !ent.IsNotFound(err) {
			return nil, err
		}
	}
	create := e.Customer.Create().SetName(v.name).SetPhone(v.phone).SetLocale(customer.Locale(v.locale)).SetCreatedAt(e.now)
	if v.email != "" {
		create.SetEmail(v.email)
	}
	if v.privacy {
		create.SetPrivacyAcceptedAt(e.now)
	}
	if v.marketing {
		create.SetMarketingAcceptedAt(e.now)
	}
	return create.Save(ctx)
}

func (e *edit) updateCustomer(ctx context.Context, known *ent.Customer, v visitor) (*ent.Customer, error) {
	update := known.Update().SetName(v.name).SetLocale(customer.Locale(v.locale))
	if v.phone != "" {
		update.SetPhone(v.phone)
	}
	if v.privacy {
		update.SetPrivacyAcceptedAt(e.now)
	}
	if v.marketing && known.MarketingAcceptedAt == nil {
		update.SetMarketingAcceptedAt(e.now)
	}
	return update.Save(ctx)
}
