package book

import (
	"fmt"

	"visavis/internal/locale"
)

// words are the texts of the pages.
type words struct {
	territory    string // language and country, as previews of links name them
	title        string
	description  string // %[1]s is the salon, %[2]s its place
	withoutPlace string // %s is the salon

	choose   string
	search   string
	find     string
	none     string // when the search finds nothing
	empty    string // when there is no branch
	more     string
	forStaff string
}

var catalog = locale.ForCustomers(&german, &english, &french, &turkish)

// describe returns the description of a salon at a place, which may be unknown.
func (w *words) describe(salon, place string) string {
	if place == "" {
		return fmt.Sprintf(w.withoutPlace, salon)
	}
	return fmt.Sprintf(w.description, salon, place)
}
