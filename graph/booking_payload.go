package graph

import (
	"errors"

	"visavis/internal/booking"
	"visavis/internal/proofofwork"
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

// challengeOf returns the challenge of an error that requires a proof of work; nil if it does not.
func challengeOf(err error) *proofofwork.Challenge {
	var required *proofofwork.Required
	if errors.As(err, &required) {
		return &required.Challenge
	}
	return nil
}

// ifIdentifiedBy returns the appointment if the input identified it by this key, and
// nil otherwise: customers use its secret, which staff never see, and staff its ID.
func ifIdentifiedBy[T any](key *string, appointment *T) *T {
	if key == nil {
		return nil
	}
	return appointment
}
