package growth_test

import (
	"slices"
	"sync"
)

// statements keeps the last statements that a store has sent.
type statements struct {
	mu   sync.Mutex
	sent []string
}

// most is how many statements are kept, more than any action takes.
const most = 10_000

func (s *statements) add(statement string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.sent) == most {
		s.sent = s.sent[:0]
	}
	s.sent = append(s.sent, statement)
}

func (s *statements) clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sent = nil
}

func (s *statements) all() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.sent)
}
