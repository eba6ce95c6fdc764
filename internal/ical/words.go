package ical

import "visavis/internal/locale"

// words are the texts of a customer's entry.
type words struct {
	with     string // the staff member
	joinAt   string // a URL
	findAt   string // an address
	changeAt string // a URL
}

var catalog = locale.ForCustomers(&german, &english, &french, &turkish)
