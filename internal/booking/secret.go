package booking

import (
	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/internal/form"
)

// hasSecret selects by a claimed secret. Texts that not every database accepts are never secrets.
func hasSecret(claimed string) predicate.Appointment {
	if !form.IsText(claimed) {
		claimed = ""
	}
	return appointment.Secret(form.Copied(claimed))
}

// heldBy selects the hold with a secret.
func heldBy(claimed string) predicate.Appointment {
	return appointment.And(hasSecret(claimed), appointment.StatusEQ(appointment.StatusHELD))
}

// bookedBy selects the appointment with a secret, in any status but held.
func bookedBy(claimed string) predicate.Appointment {
	return appointment.And(hasSecret(claimed), appointment.StatusNEQ(appointment.StatusHELD))
}
