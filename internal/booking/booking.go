// Package booking tells what can be booked, and why a start cannot.
package booking

import (
	"visavis/internal/civil"
	"visavis/internal/store"
)

// Booking holds what the use cases need.
type Booking struct {
	store *store.Store
	clock civil.Clock
}

// New puts the parts together.
func New(s *store.Store, clock civil.Clock) *Booking { return &Booking{store: s, clock: clock} }
