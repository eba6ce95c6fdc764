package linkpage

import "visavis/internal/locale"

// words are the sentences of answers to programs.
type words struct {
	failed string
}

var catalog = locale.ForCustomers(&german, &english, &french, &turkish)
