package calendarfeed

import "visavis/ent/absence"

var german = words{
	absences: map[absence.Kind]string{
		absence.KindHOLIDAY:  "Urlaub",
		absence.KindSICK:     "Krank",
		absence.KindTRAINING: "Fortbildung",
		absence.KindBREAK:    "Pause",
		absence.KindOTHER:    "Sonstiges",
	},
	notHere: "Kalender nicht gefunden. Lass dir im Profil eine neue Adresse geben.",
}
