package mail

import (
	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/internal/civil"
)

// isRight tells whether what a mail says is still so, and there is somebody to read
// it. A mail that is not right is dropped, not sent.
func isRight(row *ent.Mail, now civil.Instant) bool {
	a := row.Edges.Appointment
	if customer := a.Edges.Customer; customer == nil || customer.Email == nil {
		return false
	}
	if row.Kind == mail.KindCANCELLED {
		return a.Status == appointment.StatusCANCELLED
	}
	return a.Status == appointment.StatusCONFIRMED && a.Version == row.AppointmentVersion && now < a.StartsAt
}
