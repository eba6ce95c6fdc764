package legalnotice

import (
	"visavis/ent/branch"
	"visavis/ent/legaltext"
	"visavis/internal/locale"
)

// words are the names of legal texts, and notes.
type words struct {
	headings      map[legaltext.Kind]string
	accessibility string
	vat           map[branch.VatNote]string
}

var catalog = locale.ForCustomers(&german, &english, &french, &turkish)
