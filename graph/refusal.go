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

// forStaff gives the appointment to whoever has named it by its ID.
func forStaff[T any](id *string, appointment *T) *T {
	if id == nil {
		return nil
	}
	return appointment
}
