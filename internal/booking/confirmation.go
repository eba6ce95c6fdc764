package booking

import (
	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/civil"
)

// Confirmation is what a booking waits for: the button in a mail.
type Confirmation struct {
	ExpiresAt civil.Instant
	Email     string
}

// ConfirmationOf splits the answer of AppointmentBook: it returns the appointment if it is booked, else what the booking waits
// for. Both are nil if there is none.
func ConfirmationOf(a *ent.Appointment) (booked *ent.Appointment, required *Confirmation) {
	if a == nil || a.Status != appointment.StatusHELD {
		return a, nil
	}
	return nil, &Confirmation{ExpiresAt: *a.HoldExpiresAt, Email: a.ContactEmail}
}
