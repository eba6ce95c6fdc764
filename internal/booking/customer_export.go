package booking

import (
	"context"
	"encoding/json"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/ent/mail"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/reach"
	"visavis/internal/store"
)

// exported is the document of CustomerExport.
type exported struct {
	Name                string                `json:"name"`
	Email               *string               `json:"email"`
	Phone               string                `json:"phone"`
	Language            customer.Locale       `json:"language"`
	KnownSince          string                `json:"knownSince"`
	ConfirmedAt         *string               `json:"confirmedAt"`
	PrivacyAcceptedAt   *string               `json:"privacyAcceptedAt"`
	MarketingAcceptedAt *string               `json:"marketingAcceptedAt"`
	Appointments        []exportedAppointment `json:"appointments"`
}

type exportedAppointment struct {
	Branch   string             `json:"branch"`
	Service  string             `json:"service"`
	Staff    string             `json:"staff"`
	Start    string             `json:"start"`
	End      string             `json:"end"`
	BookedAt string             `json:"bookedAt"`
	Status   appointment.Status `json:"status"`
	Note     string             `json:"note"`
	Contact  *exportedContact   `json:"contact"`
	Mails    []exportedMail     `json:"mails"`
}

// exportedContact is what was written at the booking.
type exportedContact struct {
	Name             string        `json:"name"`
	Email            *string       `json:"email"`
	Phone            string        `json:"phone"`
	Language         branch.Locale `json:"language"`
	AcceptsMarketing bool          `json:"acceptsMarketing"`
	ConfirmedAt      *string       `json:"confirmedAt"`
}

type exportedMail struct {
	Kind  mail.Kind  `json:"kind"`
	State mail.State `json:"state"`
	Sent  *string    `json:"sentAt"`
}

// CustomerExport returns all data kept of a customer as a JSON document, or nil if there is
// none whose record the actor keeps. It spans all branches: it is handed over to the customer.
func (b *Booking) CustomerExport(ctx context.Context, customerID string) (*string, error) {
	if err := id.Customer.Check(customerID, "id"); err != nil {
		return nil, err
	}
	row, err := b.store.Client().Customer.Query().Where(customer.ID(customerID), reach.Customers(actor.Of(ctx))).
		WithAppointments(func(q *ent.AppointmentQuery) {
			q.Order(appointment.ByStartsAt()).WithBranch().WithService().WithStaff().WithMails()
		}).Only(ctx)
	if err != nil {
		row, err = store.OrNil(row, err)
		return nil, err
	}
	document, err := json.MarshalIndent(exportOf(row), "", "  ")
	if err != nil {
		return nil, err
	}
	text := string(document)
	return &text, nil
}

func exportOf(row *ent.Customer) exported {
	document := exported{
		Name: row.Name, Email: row.Email, Phone: row.Phone, Language: row.Locale, KnownSince: row.CreatedAt.String(),
		ConfirmedAt:       written(row.ConfirmedAt),
		PrivacyAcceptedAt: written(row.PrivacyAcceptedAt), MarketingAcceptedAt: written(row.MarketingAcceptedAt),
		Appointments: []exportedAppointment{},
	}
	for _, a := range row.Edges.Appointments {
		appointment := exportedAppointment{
			Branch: a.Edges.Branch.Name, Service: a.Edges.Service.Name, Staff: a.Edges.Staff.DisplayName,
			Start: a.StartsAt.String(), End: a.EndsAt.String(), BookedAt: a.CreatedAt.String(), Status: a.Status, Note: a.Note,
			Contact: contactToExport(a), Mails: []exportedMail{},
		}
		for _, m := range a.Edges.Mails {
			appointment.Mails = append(appointment.Mails, exportedMail{m.Kind, m.State, written(m.SentAt)})
		}
		document.Appointments = append(document.Appointments, appointment)
	}
	return document
}

func contactToExport(a *ent.Appointment) *exportedContact {
	c := ContactOf(a)
	if c == nil {
		return nil
	}
	return &exportedContact{c.Name, c.Email, c.Phone, c.Locale, a.ContactAcceptsMarketing, written(c.ConfirmedAt)}
}

func written(at *civil.Instant) *string {
	if at == nil {
		return nil
	}
	text := at.String()
	return &text
}
