package mail

import (
	"context"

	"visavis/ent"
	"visavis/ent/mail"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/join"
	"visavis/internal/locale"
	"visavis/internal/mail/letter"
)

// read gives a mail with its appointment and all that is told of it: ent's not-found
// error when there is none.
func (m *Mail) read(ctx context.Context, mailID string) (row *ent.Mail, err error) {
	err = m.database.View(ctx, func(client *ent.Client) error {
		row, err = client.Mail.Query().Where(mail.ID(mailID)).
			WithAppointment(func(q *ent.AppointmentQuery) { q.WithBranch().WithService().WithStaff().WithCustomer() }).
			Only(ctx)
		return err
	})
	return row, err
}

// write writes the letter of a mail whose customer is known.
func (m *Mail) write(row *ent.Mail) (*letter.Letter, error) {
	a := row.Edges.Appointment
	branch, customer := a.Edges.Branch, a.Edges.Customer
	zone, err := civil.LoadZone(branch.TimeZone)
	if err != nil {
		return nil, err
	}
	facts := letter.Facts{
		Kind:          row.Kind,
		Language:      locale.Locale(customer.Locale),
		AppointmentID: a.ID,
		Version:       a.Version,
		Customer:      letter.Customer{Name: customer.Name},
		Service:       a.Edges.Service.Name,
		Staff:         a.Edges.Staff.DisplayName,
		Start:         a.StartsAt,
		End:           a.EndsAt,
		Zone:          zone,
		Branch: letter.Branch{
			Name: branch.Name, Street: branch.Street, PostalCode: branch.PostalCode, City: branch.City, Country: branch.Country,
			Email: branch.Email, Phone: branch.Phone,
		},
		ChangeableUntil: booking.ChangeableUntil(a, branch),
	}
	if customer.Email != nil {
		facts.Customer.Email = *customer.Email
	}
	if organizer := m.answersTo(branch); organizer != nil {
		facts.Organizer = organizer.Address
	}
	if a.JoinToken != nil {
		facts.JoinURL = m.publicURL + join.Path(*a.JoinToken)
	}
	if a.Secret != nil && m.managePath != nil {
		facts.ManageURL = m.publicURL + m.managePath(*a.Secret)
	}
	return letter.Write(facts, m.clock())
}
