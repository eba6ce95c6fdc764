package join

var english = words{
	what:  "What",
	who:   "With",
	when:  "When",
	zone:  "Time zone",
	again: "Check now",
	enter: "Enter the room",

	calendar: "Add to calendar (.ics)",

	waiting:       "Your video appointment",
	moved:         "This appointment was moved. The new time is shown below.",
	taken:         "Another call is still going on in the room. The salon lets you in afterwards.",
	delayed:       "Your call begins later. The room opens at %s.",
	afterPrevious: "The room opens after the previous call, at %s at the latest.",
	opens:         "The room opens %s before the start, at %s.",
	stayOrReturn:  "Leave this page open. You can also open the link from your email again later. It stays valid if the appointment is moved.",

	ready: notice{
		heading:   "The room is open",
		sentences: []string{"When you are ready, enter the room. If you lose the connection, open this link again."},
	},
	byHand: notice{
		heading:   "Just a moment",
		sentences: []string{"The salon lets you in as soon as it is ready. Leave this page open: it checks every 15 seconds."},
	},
	inBrowser: notice{
		heading:   "The room is open",
		sentences: []string{"The call takes place on this page. If you do not see the room, allow JavaScript, or open the link in another browser."},
	},
	unprepared: notice{
		heading: "Just a moment",
		sentences: []string{
			"The salon has not prepared the room yet. Leave this page open: it checks every 15 seconds.",
			"If it takes too long, contact the salon.",
		},
	},
	over: notice{
		heading:   "This appointment is over",
		sentences: []string{"The room is closed. If you need anything else, contact the salon."},
	},
	cancelled: notice{
		heading:   "This appointment was cancelled",
		sentences: []string{"It will not take place. If you would like a new one, book it or contact the salon."},
	},
	unknown: notice{
		heading:   "Appointment not found",
		sentences: []string{"Check that you copied the whole link from your email. Opening it in the email works best."},
	},
	failed: notice{
		heading:   "Something went wrong",
		sentences: []string{"This is not your fault. Leave this page open: it tries again every 15 seconds."},
	},
}
