// Package salon sets up the salon: branches, services, staff, competencies,
// video links, work plans and video-only mode. It also tells who is ready.
//
// The names of its use cases are those of the API's mutations.
package salon

import (
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/store"
)

// Salon holds what the use cases need.
type Salon struct {
	store *store.Store
	feed  *event.Feed
	clock civil.Clock
}

// New puts the parts together.
func New(s *store.Store, feed *event.Feed, clock civil.Clock) *Salon {
	return &Salon{store: s, feed: feed, clock: clock}
}
