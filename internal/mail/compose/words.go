package compose

import (
	"visavis/ent/mail"
	"visavis/internal/locale"
)

// words are the texts of messages to customers, and what messages to staff share with them.
type words struct {
	kinds map[mail.Kind]introduction

	greeting, closing string

	what, who, when, howLong, where, byVideo, price string
	whatBefore, whoBefore, whenBefore               string // of an appointment that was changed
	howLongBefore                                   string
	whenThere                                       string // by the customer's clock
	phone, email                                    string

	joining, joinLabel       string
	bookingUntil, bookLabel  string // until a moment
	notBooked                string
	confirming, confirmLabel string
	changing, changeLabel    string // until a moment
	seeing, seeLabel         string // after it
	byAsking, tooLate        string
	adding, addLabel         string
	choosing, chooseLabel    string // until a moment
	choice, choiceWith       string // a start with a member of staff
}

// An introduction is the heading and the first sentence of a kind of message.
type introduction struct{ heading, opening string }

var catalog = locale.ForCustomers(&german, &english, &french, &turkish)
