package compose

import "visavis/ent/changerequest"

var germanRequest = requestWords{
	declined: map[changerequest.Kind]introduction{
		changerequest.KindMOVE:   {heading: "Dein Termin bleibt, wie er ist", opening: "wir können deinen Termin leider nicht verschieben. Er bleibt so bestehen:"},
		changerequest.KindCANCEL: {heading: "Dein Termin bleibt bestehen", opening: "wir können deinen Termin leider nicht absagen. Er bleibt so bestehen:"},
	},
	answer:   "Antwort",
	seeing:   "Auf dieser Seite siehst du deinen Termin.",
	seeLabel: "Termin ansehen",
	remark:   "Hast du noch Fragen? Melde dich bitte bei uns.",
}
