package compose

import (
	"visavis/ent/absencerequest"
	"visavis/ent/changerequest"
	"visavis/ent/mail"
)

var germanNotifications = notificationWords{
	greeting: "Hallo %s,",
	kinds: map[mail.Kind]introduction{
		mail.KindSTAFF_BOOKED:      {heading: "Neuer Termin", opening: "ein Kunde hat online gebucht:"},
		mail.KindSTAFF_MOVED:       {heading: "Termin verschoben", opening: "ein Kunde hat einen Termin online verschoben:"},
		mail.KindSTAFF_CANCELLED:   {heading: "Termin abgesagt", opening: "ein Kunde hat einen Termin online abgesagt:"},
		mail.KindABSENCE_REQUESTED: {heading: "Anfrage für eine Abwesenheit", opening: "jemand aus deinem Team bittet um eine Abwesenheit. Sie gilt erst, wenn du sie genehmigst."},
	},
	requests: map[changerequest.Kind]introduction{
		changerequest.KindMOVE:   {heading: "Bitte um einen anderen Termin", opening: "die Stornofrist hat begonnen, und ein Kunde möchte diesen Termin verschieben:"},
		changerequest.KindCANCEL: {heading: "Bitte um eine Absage", opening: "die Stornofrist hat begonnen, und ein Kunde möchte diesen Termin absagen:"},
	},
	answers: map[absencerequest.State]introduction{
		absencerequest.StateAPPROVED: {heading: "Abwesenheit genehmigt", opening: "deine Anfrage wurde genehmigt."},
		absencerequest.StateDECLINED: {heading: "Abwesenheit abgelehnt", opening: "deine Anfrage wurde abgelehnt."},
	},
	absences: map[absencerequest.Kind]string{
		absencerequest.KindHOLIDAY: "Urlaub", absencerequest.KindTRAINING: "Fortbildung", absencerequest.KindOTHER: "Sonstiges",
	},
	unsubscribing: "Welche E-Mails du bekommst, stellst du unter „Einstellungen“ bei „Mein Zugang“ ein.",
	customer:      "Kunde",
	staff:         "Mitarbeiter",
	absence:       "Abwesenheit",
	period:        "Zeitraum",
	answer:        "Begründung",
	opening:       "Alles Weitere steht im Kalender.",
	openLabel:     "Im Kalender öffnen",
	answering:     "Genehmige die Anfrage oder lehne sie ab.",
	answerLabel:   "Anfrage beantworten",
	seeing:        "Deine Abwesenheiten stehen unter „Heute“.",
	seeLabel:      "Abwesenheiten ansehen",
}
