package booking

import (
	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/internal/form"
)

// hasSecret selects by a secret that somebody claims to know. Not every database
// takes every text, and none of them is a secret.
func hasSecret(claimed string) predicate.Appointment {
	if !form.IsText(claimed) {
		claimed = ""
	}
	return appointment.Secret(claimed)
}

// heldBy selects the hold with a secret.
func heldBy(claimed string) predicate.Appointment {
	return appointment.And(hasSecret(claimed), appointment.StatusEQ(appointment.StatusHELD))
}

// bookedBy selects the appointment with a secret, whatever has become of it.
func bookedBy(claimed string) predicate.Appointment {
	return appointment.And(hasSecret(claimed), appointment.StatusNEQ(appointment.StatusHELD))
}
