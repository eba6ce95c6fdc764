package booking

import (
	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/problem"
)

// Contact is what was written at a booking. Mails, feeds and members of staff use it; the customer's record may differ.
type Contact struct {
	Name        string
	Email       *string // nil: unknown
	Phone       string  // may be empty
	Locale      branch.Locale
	ConfirmedAt *civil.Instant // nil: anybody may have written the address
}

// ContactOf returns the contact of an appointment, or nil if it has none.
func ContactOf(a *ent.Appointment) *Contact {
	if a.ContactName == "" || a.ContactLocale == nil {
		return nil
	}
	c := &Contact{Name: a.ContactName, Phone: a.ContactPhone, Locale: branch.Locale(*a.ContactLocale), ConfirmedAt: a.ContactConfirmedAt}
	if a.ContactEmail != "" {
		c.Email = &a.ContactEmail
	}
	return c
}

// contact is a CustomerInput that is valid.
type contact struct {
	name, email, phone string // the latter two may be empty
	locale             branch.Locale
	timeZone           string // of the device; empty: unknown
	marketing          bool
}

// knownZone returns a time zone that the server knows, empty for others: browsers may know newer ones.
func knownZone(given *string) string {
	if given == nil {
		return ""
	}
	if _, err := civil.LoadZone(*given); err != nil {
		return ""
	}
	return *given
}

// readContact validates the input.
func readContact(f *form.Form, field string, input CustomerInput) contact {
	v := contact{locale: input.Locale, marketing: input.AcceptsMarketing}
	v.name = *f.PersonName(field+".name", &input.Name)
	if email := f.Email(field+".email", input.Email); email != nil {
		v.email = *email
	}
	if phone := f.Line(field+".phone", input.Phone, form.NameLength); phone != nil {
		v.phone = *phone
	}
	return v
}

// readCustomerContact validates the input of customers, who must enter an email address.
func readCustomerContact(f *form.Form, field string, input CustomerInput) contact {
	v := readContact(f, field, input)
	if v.email == "" {
		f.Add(problem.New(problem.Required, field+".email"))
	}
	return v
}

// contactIn returns the contact of an appointment as it was written.
func contactIn(a *ent.Appointment) contact {
	return contact{
		name: a.ContactName, email: a.ContactEmail, phone: a.ContactPhone, locale: branch.Locale(*a.ContactLocale),
		timeZone: a.ContactTimeZone, marketing: a.ContactAcceptsMarketing,
	}
}

// contactOnRecord returns the facts of a customer's record as a contact.
func contactOnRecord(known *ent.Customer) contact {
	v := contact{name: known.Name, phone: known.Phone, locale: branch.Locale(known.Locale)}
	if known.Email != nil {
		v.email = form.Address(*known.Email)
	}
	return v
}

// write sets the contact of an appointment.
func (v contact) write(a *ent.Appointment) {
	locale := appointment.ContactLocale(v.locale)
	a.ContactName, a.ContactEmail, a.ContactPhone, a.ContactLocale, a.ContactAcceptsMarketing = v.name, v.email, v.phone, &locale, v.marketing
	a.ContactTimeZone = v.timeZone
}
