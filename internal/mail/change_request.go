package mail

import (
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/mail/compose"
)

// request returns the content of the message about a customer's request to the branch.
func (m *Mail) request(what *details) (compose.ChangeRequest, error) {
	a := what.Edges.Appointment
	if what.request == nil {
		return compose.ChangeRequest{}, Unwritable
	}
	zone, err := civil.LoadZone(what.branch.TimeZone)
	if err != nil {
		return compose.ChangeRequest{}, err
	}
	language := locale.Locale(what.branch.Locale)
	request := compose.ChangeRequest{
		Language: language, Kind: what.request.Kind, Text: what.request.Text,
		Service: a.Edges.Service.Name, Staff: a.Edges.Staff.DisplayName, Start: a.StartsAt, Zone: zone,
		Branch: m.branchIn(what.branch, language.ForStaff()),
		URL:    m.publicURL + link.AdminAppointment(what.branch.Slug, zone.Date(a.StartsAt).String(), a.ID),
	}
	if contact := booking.ContactOf(a); contact != nil {
		request.Customer, request.Phone = contact.Name, contact.Phone
	}
	return request, nil
}
