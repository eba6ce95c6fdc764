package customerdata

// Art. 15, 17 and 20 GDPR.
var german = words{
	export: notice{
		heading: "Deine Daten ansehen",
		sentences: []string{
			"Drücke den Knopf, um alles zu sehen, was wir über dich gespeichert haben, und es als Datei zu behalten.",
			"Danach gilt dieser Link nicht mehr. Einen neuen bekommst du auf der Seite deines Termins.",
		},
	},
	erase: notice{
		heading: "Deine Daten löschen",
		sentences: []string{
			"Wir löschen deinen Namen, deine Adresse, deine Telefonnummer, deine Notizen und Fotos und alle E-Mails an dich. Links zu deinen Terminen gelten dann nicht mehr.",
			"Wann Termine stattgefunden haben, bleibt gespeichert, aber ohne deinen Namen.",
			"Das lässt sich nicht rückgängig machen.",
		},
	},
	coming: notice{
		heading:   "Du hast noch einen Termin",
		sentences: []string{"Es wurde nichts gelöscht. Sage den Termin zuerst ab, oder warte, bis er vorbei ist. Lass dir dann auf der Seite deines Termins einen neuen Link schicken: Dieser gilt nur eine halbe Stunde."},
	},
	erased: notice{
		heading:   "Deine Daten sind gelöscht",
		sentences: []string{"Du kannst dieses Fenster schließen. Möchtest du wieder einen Termin, buche einfach wie beim ersten Mal."},
	},
	data: notice{
		heading:   "Das haben wir über dich gespeichert",
		sentences: []string{"Behalte die Datei, wenn du die Daten brauchst: Diese Seite kannst du nicht noch einmal öffnen."},
	},
	gone: notice{
		heading:   "Dieser Link gilt nicht mehr",
		sentences: []string{"Er ist abgelaufen oder wurde schon benutzt. Auf der Seite deines Termins bekommst du einen neuen.", "Prüfe sonst, ob du den Link ganz übernommen hast."},
	},
	foreign: notice{
		heading:   "Diese Anfrage kam von einer anderen Website",
		sentences: []string{"Nichts wurde geändert. Öffne den Link selbst und drücke dort den Knopf."},
	},
	failed: notice{
		heading:   "Das hat nicht geklappt",
		sentences: []string{"Es liegt nicht an dir. Öffne den Link in einer Minute noch einmal."},
	},

	comingAt:    "Dein nächster Termin: %s.",
	exportLabel: "Meine Daten anzeigen",
	eraseLabel:  "Meine Daten endgültig löschen",
	comingLabel: "Zu meinem Termin",
	fileLabel:   "Als Datei speichern (JSON)",

	you:        "Du",
	name:       "Name",
	email:      "E-Mail",
	phone:      "Telefon",
	language:   "Sprache",
	knownSince: "Gespeichert seit",
	marketing:  "Einverstanden mit Neuigkeiten seit",

	card:      "Karte",
	notes:     "Notizen",
	allergies: "Allergien",
	formulas:  "Rezepturen",

	appointment: "Termin",
	when:        "Wann",
	what:        "Was",
	who:         "Mit wem",
	where:       "Wo",
	status:      "Stand",
	note:        "Notiz",
	contact:     "Angaben bei der Buchung",
	request:     "Anfrage an den Salon",
	offer:       "Andere Zeiten angeboten am",
	photos:      "Fotos in der Datei",
	mails:       "E-Mails dazu",

	languages: map[string]string{"DE": "Deutsch", "EN": "Englisch", "FR": "Französisch", "TR": "Türkisch"},
	states:    map[string]string{"CONFIRMED": "gebucht", "CANCELLED": "abgesagt", "COMPLETED": "hat stattgefunden", "NO_SHOW": "nicht erschienen"},
	requests:  map[string]string{"MOVE": "verschieben", "CANCEL": "absagen"},
}
