package growth_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
)

// action is something that is done in one branch, by the API or in the background.
type action struct {
	name string
	do   func(s *loadedSalon) error
}

// actions returns everything that is measured.
func actions() (all []action) {
	for _, m := range measurements {
		for _, c := range callers {
			name := m.name() + ", " + c.name
			all = append(all, action{name, func(s *loadedSalon) error { return s.find(m, c, "") }})
			if queries()[m.document].VariableDefinitions.ForName("after") != nil {
				all = append(all, action{name + ", next page", func(s *loadedSalon) error { return s.findNext(m, c) }})
			}
		}
	}
	return append(all,
		action{"Hold and Release", (*loadedSalon).holdAndRelease},
		action{"Book with a staff member", func(s *loadedSalon) error { return s.book(false) }},
		action{"Book with anyone", func(s *loadedSalon) error { return s.book(true) }},
		action{"due emails", func(s *loadedSalon) error {
			_, _, err := s.mail.Due(context.Background())
			return err
		}},
		action{"expired holds", func(s *loadedSalon) error { return s.booking.AnnounceExpiredHolds(context.Background()) }},
	)
}

// errNothing is returned if a question that should find something finds nothing.
var errNothing = errors.New("nothing is found")

// errOnlyPage is returned if there is no next page, after the first one was asked for instead.
var errOnlyPage = errors.New("there is one page only")

// find asks a document for the page after a position.
func (s *loadedSalon) find(m measurement, c caller, after string) error {
	data, err := dataOf(s.ask(m.question(c, s.place, after)))
	if err != nil {
		return err
	}
	if isEmpty(data) && !m.mayMiss {
		return errNothing
	}
	s.next = nextPage(data)
	return nil
}

// findNext asks for the page after the first one, whose answer it remembers.
func (s *loadedSalon) findNext(m measurement, c caller) error {
	first := m.question(c, s.place, "")
	after, known := s.second[first]
	if !known {
		if err := s.find(m, c, ""); err != nil {
			return err
		}
		after = s.next
		s.second[first] = after
	}
	err := s.find(m, c, after)
	if err == nil && after == "" {
		return errOnlyPage
	}
	return err
}

// stranger is a customer.
var stranger = caller{name: "customer"}

// holdAndRelease holds a start with anyone, and releases it.
func (s *loadedSalon) holdAndRelease() error {
	start := s.start()
	delete(start, "staffId")
	held, err := s.mutate("Hold", start)
	if err != nil {
		return err
	}
	hold, _ := held["hold"].(map[string]any)
	_, err = s.mutate("Release", values{"secret": hold["secret"]})
	return err
}

// book books a start of a new customer.
func (s *loadedSalon) book(withAnyone bool) error {
	start := s.start()
	if withAnyone {
		delete(start, "staffId")
	}
	key := fmt.Sprintf("growth-%016x", rand.Uint64())
	_, err := s.mutate("Book", values{"start": start, "idempotencyKey": key, "customer": values{
		"name": "Carla Kunde", "email": key + "@kunde.example", "locale": "DE", "acceptsPrivacy": true,
	}})
	return err
}

// start returns another free start.
func (s *loadedSalon) start() values {
	start := s.starts[0]
	s.starts = s.starts[1:]
	return values{"branchId": s.branch, "serviceId": videoService, "staffId": start.staff, "start": start.at}
}

// mutate sends a mutation of the booking page and returns its payload, or an error for its user errors.
func (s *loadedSalon) mutate(document string, input values) (map[string]any, error) {
	data, err := dataOf(s.ask(stranger.question(pageDocuments()[document].text, values{"input": input})))
	if err != nil {
		return nil, err
	}
	payload, _ := data["answer"].(map[string]any)
	if wrong, _ := payload["userErrors"].([]any); len(wrong) > 0 {
		return nil, fmt.Errorf("%s is refused: %v", document, wrong)
	}
	return payload, nil
}
