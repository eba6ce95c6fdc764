package push

import (
	"visavis/ent/absencerequest"
	"visavis/ent/changerequest"
	"visavis/ent/push"
)

var german = words{
	kinds: map[push.Kind]string{
		push.KindBOOKED: "Neuer Termin", push.KindMOVED: "Termin verschoben", push.KindCANCELLED: "Termin abgesagt",
		push.KindCUSTOMER_WAITS: "Ein Kunde wartet", push.KindABSENCE_REQUESTED: "Anfrage für eine Abwesenheit",
	},
	requests: map[changerequest.Kind]string{
		changerequest.KindMOVE: "Bitte um einen anderen Termin", changerequest.KindCANCEL: "Bitte um eine Absage",
	},
	answers: map[absencerequest.State]string{
		absencerequest.StateAPPROVED: "Abwesenheit genehmigt", absencerequest.StateDECLINED: "Abwesenheit abgelehnt",
	},
	absences: map[absencerequest.Kind]string{
		absencerequest.KindHOLIDAY: "Urlaub", absencerequest.KindTRAINING: "Fortbildung", absencerequest.KindOTHER: "Sonstiges",
	},
	weekdays: [...]string{"So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"},
	date:     "2.1.",
}
