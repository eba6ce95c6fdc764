package mail

import (
	"time"

	"visavis/ent"
	"visavis/ent/mail"
	"visavis/ent/service"
	"visavis/internal/account"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/legalnotice"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/mail/compose"
	"visavis/internal/notification"
)

// hiddenSecret replaces a secret in a message that is shown to others than its recipient.
const hiddenSecret = "…"

// write composes the message of a mail that has a recipient. The secret opens the access or the appointment. An access
// message without a secret has no link.
func (m *Mail) write(what *details, secret string) (*compose.Message, error) {
	if notification.KindOf(what.Kind) != "" {
		return m.writeNotification(what)
	}
	if what.Kind == mail.KindACCESS_CHANGED {
		return compose.WriteAccessChange(m.access(what, ""), what.AccessChanges)
	}
	if what.Edges.Staff != nil {
		return compose.WriteAccess(m.access(what, secret))
	}
	switch {
	case what.Kind == mail.KindCHANGE_REQUESTED:
		request, err := m.request(what)
		if err != nil {
			return nil, err
		}
		return compose.WriteChangeRequested(request)
	case booking.PurposeOf(what.Kind) != "":
		of := m.customerLink(what.branch, what.Kind, what.Edges.Appointment.Edges.Customer.Name, what.language(), what.customerToken)
		of.Brand, of.Texts = what.brand, what.texts()
		return compose.WriteCustomerLink(of)
	}
	facts, err := m.facts(what, secret)
	if err == nil && what.Kind == mail.KindCHANGE_DECLINED && what.request != nil {
		return compose.WriteChangeDeclined(facts, what.request.Kind, what.request.Answer)
	}
	if err != nil {
		return nil, err
	}
	return compose.Write(facts, m.clock())
}

func (m *Mail) access(what *details, secret string) compose.Access {
	access := compose.Access{
		Language: locale.German, Name: what.Edges.Staff.DisplayName, Email: what.recipient().Address, Days: account.LinkDays,
	}
	if secret != "" {
		access.URL = m.publicURL + link.Welcome(secret)
	}
	switch {
	case what.branch != nil:
		access.Language = locale.Locale(what.branch.Locale)
		access.Branch = m.branchIn(what.branch, access.Language.ForStaff())
	case m.from != nil:
		access.Branch.Name = m.from.Name
	}
	return access
}

func (m *Mail) facts(what *details, secret string) (compose.Facts, error) {
	a := what.Edges.Appointment
	contact := booking.ContactOf(a)
	zone, err := civil.LoadZone(what.branch.TimeZone)
	if err != nil {
		return compose.Facts{}, err
	}
	facts := compose.Facts{
		Kind:            what.Kind,
		Language:        locale.Locale(contact.Locale),
		AppointmentID:   a.ID,
		Version:         a.Version,
		Customer:        compose.Customer{Name: contact.Name, Email: what.recipient().Address},
		Service:         a.Edges.Service.Name,
		Price:           legalnotice.Price(locale.Locale(contact.Locale), a.Edges.Service, what.branch),
		Video:           a.Edges.Service.Delivery == service.DeliveryVIDEO,
		Staff:           a.Edges.Staff.DisplayName,
		Start:           a.StartsAt,
		End:             a.EndsAt,
		Zone:            zone,
		Branch:          m.branchIn(what.branch, locale.Locale(contact.Locale)),
		ChangeableUntil: booking.ChangeableUntil(a, what.branch),
	}
	if a.HoldExpiresAt != nil {
		facts.HeldUntil = *a.HoldExpiresAt
	}
	if what.confirmationToken != "" {
		facts.ConfirmURL = m.publicURL + link.Confirm(what.confirmationToken)
	}
	if organizer := m.senderOf(what.branch); organizer != nil {
		facts.Organizer = organizer.Address
	}
	if a.JoinToken != nil {
		facts.JoinURL = m.publicURL + link.Join(*a.JoinToken)
	}
	if a.Secret != nil {
		facts.ManageURL, facts.CalendarURL = m.publicURL+link.Manage(secret), m.publicURL+link.ManageCalendar(secret)
	}
	if what.offer != nil {
		facts.OfferedUntil = what.offer.ExpiresAt
	}
	for _, start := range what.starts {
		facts.Offered = append(facts.Offered, compose.Known{Start: start.StartsAt, Staff: start.Edges.Staff.DisplayName})
	}
	facts.Brand, facts.Photo = what.brand, what.photo
	if there, err := civil.LoadZone(a.ContactTimeZone); err == nil {
		facts.CustomerZone = &there
	}
	if what.MovedFromStart != nil {
		facts.ChangedFrom = what.known()
	}
	facts.Texts = what.texts()
	return facts, nil
}

// known returns what the recipient knows of an appointment that was changed.
func (m *details) known() *compose.Known {
	was := &compose.Known{Start: *m.MovedFromStart, Length: time.Duration(m.ChangedFromMinutes) * time.Minute}
	if m.movedFromStaff != nil {
		was.Staff = m.movedFromStaff.DisplayName
	}
	if m.changedFromService != nil {
		was.Service = m.changedFromService.Name
	}
	return was
}

func (m *Mail) branchIn(row *ent.Branch, l locale.Locale) compose.Branch {
	return compose.Branch{
		Name: row.Name, Street: row.Street, PostalCode: row.PostalCode, City: row.City, Country: row.Country,
		Email: row.Email, Phone: row.Phone, Legal: legalnotice.Links(l, m.publicURL, row),
	}
}
