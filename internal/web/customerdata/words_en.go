package customerdata

// Art. 15, 17 and 20 GDPR.
var english = words{
	export: notice{
		heading: "See your data",
		sentences: []string{
			"Press the button to see everything that we have stored about you, and to keep it as a file.",
			"This link then no longer works. You get another one on the page of your appointment.",
		},
	},
	erase: notice{
		heading: "Erase your data",
		sentences: []string{
			"We erase your name, your address, your phone number, your notes and photos and all emails to you. Links to your appointments then no longer work.",
			"The times of past appointments remain, but without your name.",
			"This can't be undone.",
		},
	},
	coming: notice{
		heading:   "You still have an appointment",
		sentences: []string{"Nothing was erased. Cancel the appointment first, or wait until it is over. Then ask for a new link on the page of your appointment: this one works for half an hour only."},
	},
	erased: notice{
		heading:   "Your data has been erased",
		sentences: []string{"You can close this window. If you would like another appointment, just book as you did the first time."},
	},
	data: notice{
		heading:   "This is what we have stored about you",
		sentences: []string{"Keep the file if you need the data: you cannot open this page again."},
	},
	gone: notice{
		heading:   "This link is no longer valid",
		sentences: []string{"It has expired or was already used. You get another one on the page of your appointment.", "Otherwise, check that you copied the whole link."},
	},
	foreign: notice{
		heading:   "This request came from another website",
		sentences: []string{"Nothing was changed. Open the link yourself and press the button there."},
	},
	failed: notice{
		heading:   "Something went wrong",
		sentences: []string{"It is not your fault. Open the link again in a minute."},
	},

	comingAt:    "Your next appointment: %s.",
	exportLabel: "Show my data",
	eraseLabel:  "Erase my data for good",
	comingLabel: "Go to my appointment",
	fileLabel:   "Save as a file (JSON)",

	you:        "You",
	name:       "Name",
	email:      "Email",
	phone:      "Phone",
	language:   "Language",
	knownSince: "Stored since",
	marketing:  "Agreed to news since",

	card:      "Card",
	notes:     "Notes",
	allergies: "Allergies",
	formulas:  "Formulas",

	appointment: "Appointment",
	when:        "When",
	what:        "What",
	who:         "With",
	where:       "Where",
	status:      "State",
	note:        "Note",
	contact:     "Entered at the booking",
	request:     "Request to the salon",
	offer:       "Other times offered on",
	photos:      "Photos in the file",
	mails:       "Emails about it",

	languages: map[string]string{"DE": "German", "EN": "English", "FR": "French", "TR": "Turkish"},
	states:    map[string]string{"CONFIRMED": "booked", "CANCELLED": "cancelled", "COMPLETED": "took place", "NO_SHOW": "no-show"},
	requests:  map[string]string{"MOVE": "move", "CANCEL": "cancel"},
}
