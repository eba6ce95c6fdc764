package mail

import "visavis/internal/locale"

// words name what an invented appointment is about.
type words struct{ customer, staff, service string }

var catalog = locale.ForCustomers(&german, &english, &french, &turkish)
