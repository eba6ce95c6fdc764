package compose

import (
	"visavis/ent/absencerequest"
	"visavis/ent/changerequest"
	"visavis/ent/mail"
)

var englishNotifications = notificationWords{
	greeting: "Hello %s,",
	kinds: map[mail.Kind]introduction{
		mail.KindSTAFF_BOOKED:      {heading: "New appointment", opening: "a customer has booked online:"},
		mail.KindSTAFF_MOVED:       {heading: "Appointment moved", opening: "a customer has moved an appointment online:"},
		mail.KindSTAFF_CANCELLED:   {heading: "Appointment cancelled", opening: "a customer has cancelled an appointment online:"},
		mail.KindABSENCE_REQUESTED: {heading: "Request for an absence", opening: "a staff member requests an absence. It applies only once you approve it."},
	},
	requests: map[changerequest.Kind]introduction{
		changerequest.KindMOVE:   {heading: "Request for another appointment", opening: "the cancellation period has begun, and a customer would like to move this appointment:"},
		changerequest.KindCANCEL: {heading: "Request for a cancellation", opening: "the cancellation period has begun, and a customer would like to cancel this appointment:"},
	},
	answers: map[absencerequest.State]introduction{
		absencerequest.StateAPPROVED: {heading: "Absence approved", opening: "your request was approved."},
		absencerequest.StateDECLINED: {heading: "Absence declined", opening: "your request was declined."},
	},
	absences: map[absencerequest.Kind]string{
		absencerequest.KindHOLIDAY: "Vacation", absencerequest.KindTRAINING: "Training", absencerequest.KindOTHER: "Other",
	},
	unsubscribing: "Choose which emails you get under “My access” in the settings.",
	customer:      "Customer",
	staff:         "Staff member",
	absence:       "Absence",
	period:        "Period",
	answer:        "Reason",
	opening:       "The calendar has the details.",
	openLabel:     "Open in the calendar",
	answering:     "Approve or decline the request.",
	answerLabel:   "Answer the request",
	seeing:        "Your absences are under “Today”.",
	seeLabel:      "See absences",
}
