package graph

import (
	"errors"

	"visavis/internal/booking"
)

// refusalOf returns what the payload of a rejected start contains besides user errors;
// the zero value if the error is no refusal.
func refusalOf(err error) booking.Refusal {
	var refusal *booking.Refusal
	if errors.As(err, &refusal) {
		return *refusal
	}
	return booking.Refusal{}
}

// ifIdentifiedBy returns the appointment if the input identified it by this key, and
// nil otherwise: customers use its secret, which staff never see, and staff its ID.
func ifIdentifiedBy[T any](key *string, appointment *T) *T {
	if key == nil {
		return nil
	}
	return appointment
}
