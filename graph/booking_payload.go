package graph

import (
	"errors"

	"visavis/internal/booking"
)

// refusalOf finds what the payload of a refused start tells beside its user errors.
func refusalOf(err error) booking.Refusal {
	var refusal *booking.Refusal
	if errors.As(err, &refusal) {
		return *refusal
	}
	return booking.Refusal{}
}

// namedBy gives the appointment in the form for whoever has named it so: clients
// name it by its secret, which staff do not learn, and staff by its ID.
func ifIdentifiedBy[T any](name *string, appointment *T) *T {
	if name == nil {
		return nil
	}
	return appointment
}
