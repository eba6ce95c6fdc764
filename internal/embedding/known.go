package embedding

import (
	"context"
	"slices"
	"sync"
	"time"

	"visavis/ent/embeddingsite"
	"visavis/internal/civil"
)

// known are the origins that managers have allowed, as they were read last.
type known struct {
	lock    sync.Mutex
	origins map[string]bool
	at      civil.Instant // when they were read; zero: never, or they have changed
}

func (k *known) forget() {
	k.lock.Lock()
	defer k.lock.Unlock()
	k.at = 0
}

// patience is how long a request may wait for the database to list the websites.
const patience = 2 * time.Second

// Allows reports whether pages of the origin may call the API. The list is read once a second at most, and only while pages of other sites
// ask, so another server's changes take effect within a second. If it cannot be read, the last one stands.
func (s *Sites) Allows(ctx context.Context, origin string) bool {
	if slices.Contains(s.ofServer, origin) {
		return true
	}
	s.known.lock.Lock()
	defer s.known.lock.Unlock()
	if s.known.at != s.clock() {
		s.read(ctx)
	}
	return s.known.origins[origin]
}

// read reads the list; the caller has locked it.
func (s *Sites) read(ctx context.Context) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience) // others need the answer too
	defer cancel()
	origins, err := s.store.Client().EmbeddingSite.Query().Select(embeddingsite.FieldOrigin).Strings(ctx)
	s.known.at = s.clock() // so that a failing database is not asked by every request
	if err != nil {
		return
	}
	s.known.origins = map[string]bool{}
	for _, origin := range origins {
		s.known.origins[origin] = true
	}
}
