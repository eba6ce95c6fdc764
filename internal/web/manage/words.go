package manage

import "visavis/internal/locale"

// words are the sentences of the calendar entry.
type words struct {
	notHere string
}

var catalog = locale.ForCustomers(&german, &english, &french, &turkish)
