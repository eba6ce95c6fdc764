package booking

import (
	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/predicate"
	"visavis/internal/civil"
)

// ahead selects the appointments of a customer that are coming or running.
func ahead(customerID string, now civil.Instant) predicate.Appointment {
	return appointment.And(appointment.CustomerID(customerID), appointment.StatusEQ(appointment.StatusCONFIRMED), appointment.EndsAtGT(now))
}

// isAhead reports what ahead selects.
func isAhead(a *ent.Appointment, now civil.Instant) bool {
	return a.Status == appointment.StatusCONFIRMED && now < a.EndsAt
}
