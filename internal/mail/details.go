package mail

import (
	netmail "net/mail"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/internal/civil"
)

// A matter is a mail with all that is told of it: an appointment, or somebody's access.
type details struct {
	*ent.Mail
	branch *ent.Branch // that writes; nil: the salon has none
}

// reader gives whom the mail is to; nil when there is nobody to read it.
func (m *details) recipient() *netmail.Address {
	if profile := m.Edges.Staff; profile != nil {
		return staffRecipient(profile)
	}
	customer := m.Edges.Appointment.Edges.Customer
	if customer == nil || customer.Email == nil {
		return nil
	}
	return &netmail.Address{Name: customer.Name, Address: *customer.Email}
}

// bookingSecret gives the secret by which the reader changes the appointment; empty when there is none.
func (m *details) bookingSecret() string {
	if a := m.Edges.Appointment; a != nil && a.Secret != nil {
		return *a.Secret
	}
	return ""
}

func staffRecipient(profile *ent.Staff) *netmail.Address {
	if profile.ArchivedAt != nil || profile.Edges.Account == nil {
		return nil
	}
	return &netmail.Address{Name: profile.DisplayName, Address: profile.Edges.Account.Email}
}

// isRight tells whether what the mail says is still so, and there is somebody to read
// it. A mail that is not right is dropped, not sent.
func (m *details) isCurrent(now civil.Instant) bool {
	if m.recipient() == nil {
		return false
	}
	a := m.Edges.Appointment
	switch m.Kind {
	case mail.KindACCESS:
		return true
	case mail.KindCANCELLED:
		return a.Status == appointment.StatusCANCELLED
	default:
		return a.Status == appointment.StatusCONFIRMED && a.Version == m.AppointmentVersion && now < a.StartsAt
	}
}
