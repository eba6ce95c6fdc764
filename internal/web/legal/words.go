package legal

import "visavis/internal/locale"

// words are the texts of the pages.
type words struct {
	since                   string // a date
	missingHeading, missing string
	statement               statement
}

// A statement is the text of an accessibility statement.
type statement struct {
	scope string // a salon

	serviceHeading string
	service        []string

	conformanceHeading string
	conformance        []string

	limitsHeading string
	limits        []string

	contactHeading, contact string

	authorityHeading, otherAuthority string
	authorities                      map[string]string // by ISO 3166-1 code of the country
}

var catalog = locale.ForCustomers(&german, &english, &french, &turkish)
