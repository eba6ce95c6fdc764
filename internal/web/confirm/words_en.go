package confirm

var english = words{
	held: notice{
		heading:   "One more step",
		sentences: []string{"Did not book anything? Close this page."},
	},
	booked: notice{
		heading: "Is this your appointment?",
		sentences: []string{
			"Confirm that you booked it and that the details are right, so that we recognize you next time.",
			"Did not book anything? Close this page. Nothing changes.",
		},
	},
	confirmed: notice{
		heading:   "Thank you, your appointment is confirmed",
		sentences: []string{"We look forward to seeing you."},
	},
	gone: notice{
		heading: "This link is no longer valid",
		sentences: []string{
			"The reservation has expired, or the appointment is over or cancelled. Book again on our website.",
			"Otherwise, check that you copied all of the link.",
		},
	},
	taken: notice{
		heading:   "This time is no longer available",
		sentences: []string{"Book another one on our website."},
	},
	foreign: notice{
		heading:   "This request came from another site",
		sentences: []string{"Nothing was changed. Open the link yourself and press the button there."},
	},
	failed: notice{
		heading:   "Something went wrong",
		sentences: []string{"This is not your fault. Open the link again in a minute."},
	},

	heldUntil: "This time is reserved for you until %s. Press the button to book it.",
	bookLabel: "Book the appointment",
	// Regulation 14(4) of the Consumer Contracts Regulations 2013: “order with obligation to pay”, or a similar unambiguous formulation.
	payLabel:     "Book with obligation to pay",
	confirmLabel: "This is my appointment",
	changeLabel:  "Move or cancel the appointment",

	what:  "What",
	who:   "With",
	when:  "When",
	name:  "Name",
	price: "Price",
	phone: "Phone",
}
