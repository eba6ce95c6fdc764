package compose

import "visavis/ent/changerequest"

var englishRequestForStaff = requestStaffWords{
	kinds: map[changerequest.Kind]introduction{
		changerequest.KindMOVE:   {heading: "Request to move an appointment", opening: "the cancellation period has begun, and a customer asks you to move this appointment:"},
		changerequest.KindCANCEL: {heading: "Request to cancel an appointment", opening: "the cancellation period has begun, and a customer asks you to cancel this appointment:"},
	},
	greeting:    "Hello everyone,",
	customer:    "Customer",
	text:        "Message",
	answering:   "Accept or decline the request in the calendar. The customer then gets an email.",
	answerLabel: "Answer the request",
}
