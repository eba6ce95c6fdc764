package push

import (
	"visavis/ent/absencerequest"
	"visavis/ent/changerequest"
	"visavis/ent/push"
)

var english = words{
	kinds: map[push.Kind]string{
		push.KindBOOKED: "New appointment", push.KindMOVED: "Appointment moved", push.KindCANCELLED: "Appointment cancelled",
		push.KindCUSTOMER_WAITS: "A customer is waiting", push.KindABSENCE_REQUESTED: "Request for an absence",
	},
	requests: map[changerequest.Kind]string{
		changerequest.KindMOVE: "Request for another appointment", changerequest.KindCANCEL: "Request for a cancellation",
	},
	answers: map[absencerequest.State]string{
		absencerequest.StateAPPROVED: "Absence approved", absencerequest.StateDECLINED: "Absence declined",
	},
	absences: map[absencerequest.Kind]string{
		absencerequest.KindHOLIDAY: "Vacation", absencerequest.KindTRAINING: "Training", absencerequest.KindOTHER: "Other",
	},
	weekdays: [...]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
	date:     "2 Jan",
}
