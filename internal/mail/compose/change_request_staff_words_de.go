package compose

import "visavis/ent/changerequest"

var germanRequestForStaff = requestStaffWords{
	kinds: map[changerequest.Kind]introduction{
		changerequest.KindMOVE:   {heading: "Bitte um einen anderen Termin", opening: "die Stornofrist hat begonnen, und ein Kunde bittet euch, diesen Termin zu verschieben:"},
		changerequest.KindCANCEL: {heading: "Bitte um eine Absage", opening: "die Stornofrist hat begonnen, und ein Kunde bittet euch, diesen Termin abzusagen:"},
	},
	greeting:    "Hallo zusammen,",
	customer:    "Kunde",
	text:        "Nachricht",
	answering:   "Nimm die Anfrage im Kalender an oder lehne sie ab. Der Kunde bekommt dann eine E-Mail.",
	answerLabel: "Anfrage beantworten",
}
