package mail

import (
	netmail "net/mail"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/internal/civil"
)

// details are a mail with the data that its message needs.
type details struct {
	*ent.Mail
	branch *ent.Branch // the sender; nil: the salon has no branch
}

// recipient returns the address of the recipient, nil if there is none.
func (m *details) recipient() *netmail.Address {
	if profile := m.Edges.Staff; profile != nil && m.Recipient != "" {
		return &netmail.Address{Name: profile.DisplayName, Address: m.Recipient}
	}
	if profile := m.Edges.Staff; profile != nil {
		return staffRecipient(profile)
	}
	customer := m.Edges.Appointment.Edges.Customer
	if customer == nil || customer.Email == nil {
		return nil
	}
	return &netmail.Address{Name: customer.Name, Address: *customer.Email}
}

// bookingSecret returns the secret of the appointment's manage link, or "" if it has none.
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

// isCurrent reports whether the mail still applies and has a recipient. Obsolete mails are dropped.
func (m *details) isCurrent(now civil.Instant) bool {
	if m.recipient() == nil {
		return false
	}
	a := m.Edges.Appointment
	switch m.Kind {
	case mail.KindACCESS, mail.KindACCESS_CHANGED:
		return true
	case mail.KindCANCELLED:
		return a.Status == appointment.StatusCANCELLED
	default:
		return a.Status == appointment.StatusCONFIRMED && a.Version == m.AppointmentVersion && now < a.StartsAt
	}
}
