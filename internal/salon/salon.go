// Package salon sets up branches, services, staff, competencies, video links, work plans and video-only mode, and reports
// which profiles are ready for video consultations.
//
// The names of its use cases are those of the API's mutations.
package salon

import (
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/store"
)

// Salon has the use cases of the set-up. It is safe for concurrent use.
type Salon struct {
	store *store.Store
	feed  *event.Feed
	clock civil.Clock
}

// New returns the salon of a database.
func New(s *store.Store, feed *event.Feed, clock civil.Clock) *Salon {
	return &Salon{store: s, feed: feed, clock: clock}
}
