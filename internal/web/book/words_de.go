package book

var german = words{
	territory:    "de_DE",
	title:        "Termin buchen",
	description:  "Termin online buchen bei %[1]s, %[2]s: im Salon oder per Video. Leistung und Zeit wählen, fertig.",
	withoutPlace: "Termin online buchen bei %s: im Salon oder per Video. Leistung und Zeit wählen, fertig.",
	choose:       "Wo möchtest du buchen?",
	search:       "Name oder Ort",
	find:         "Suchen",
	none:         "Keine Filiale gefunden. Versuche es mit einem Teil des Namens oder dem Ort.",
	empty:        "Hier kann man noch nicht buchen.",
	more:         "Weitere Filialen",
	forStaff:     "Für das Team: anmelden",
}
