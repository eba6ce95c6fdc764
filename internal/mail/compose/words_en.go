package compose

import "visavis/ent/mail"

var english = words{
	kinds: map[mail.Kind]introduction{
		mail.KindTO_CONFIRM: {heading: "One more step to your appointment", opening: "this time is reserved for you, but not booked yet:"},
		mail.KindCONFIRMED:  {heading: "Your appointment is booked", opening: "we look forward to seeing you. This is your appointment:"},
		mail.KindMOVED:      {heading: "Your appointment was moved", opening: "your appointment was moved. It is now:"},
		mail.KindCHANGED:    {heading: "Your appointment was changed", opening: "your appointment was changed. It is now:"},
		mail.KindCANCELLED:  {heading: "Your appointment was cancelled", opening: "this appointment was cancelled:"},
		mail.KindREMINDER:   {heading: "Reminder of your appointment", opening: "your appointment is coming up:"},
	},
	greeting: "Hello %s,",
	closing:  "Kind regards",

	what:          "What",
	who:           "With",
	when:          "When",
	howLong:       "Duration",
	where:         "Where",
	byVideo:       "by video",
	price:         "Price",
	whatBefore:    "Previously",
	whoBefore:     "Previously with",
	whenBefore:    "Previous time",
	howLongBefore: "Previous duration",
	whenThere:     "Where you are",
	phone:         "Phone",
	email:         "Email",

	joining:      "Open this link to join by video. It stays valid if the appointment is moved.",
	joinLabel:    "Join by video",
	bookingUntil: "Book the appointment on this page by %s.",
	bookLabel:    "Book the appointment",
	notBooked:    "Not expecting this message? Delete it. Nothing is booked without you.",
	confirming:   "Did you book this yourself? Confirm it on this page, so that we recognize you next time.",
	confirmLabel: "This is my appointment",
	changing:     "You can move or cancel the appointment until %s.",
	changeLabel:  "Move or cancel the appointment",
	byAsking:     "Would you like to move or cancel the appointment? Please contact us.",
	seeing:       "The appointment can no longer be moved or cancelled online. Its page tells what you can do if something comes up.",
	seeLabel:     "View the appointment",
	tooLate:      "The appointment can no longer be moved or cancelled online. If something comes up, please contact us.",
	adding:       "Add the appointment to your calendar. If it moves, the file updates the entry.",
	addLabel:     "Add to calendar",
}
