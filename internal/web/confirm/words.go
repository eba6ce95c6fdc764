package confirm

import "visavis/internal/locale"

// words are the texts of the page.
type words struct {
	held                         notice // for a start that waits for the button
	booked                       notice // for an appointment that is booked, whoever it was
	confirmed                    notice
	gone, taken, foreign, failed notice

	heldUntil                            string // a time of day
	bookLabel, confirmLabel, changeLabel string
	payLabel                             string // in place of bookLabel for what has a price

	what, who, when, name, price, phone string
}

// A notice is the text of a page.
type notice struct {
	heading   string
	sentences []string
}

var catalog = locale.ForCustomers(&german, &english, &french, &turkish)
