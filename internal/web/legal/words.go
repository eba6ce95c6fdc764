package legal

import "visavis/internal/locale"

// words are the texts of the pages.
type words struct {
	since                   string // a date
	missingHeading, missing string
}

var catalog = locale.ForCustomers(&german, &english, &french, &turkish)
