package confirm

var german = words{
	held: notice{
		heading:   "Noch ein Schritt",
		sentences: []string{"Hast du nichts gebucht? Dann schließe diese Seite."},
	},
	booked: notice{
		heading: "Ist das dein Termin?",
		sentences: []string{
			"Bestätige, dass du ihn gebucht hast und die Angaben stimmen. Dann erkennen wir dich beim nächsten Mal wieder.",
			"Hast du nichts gebucht? Dann schließe diese Seite. Es ändert sich nichts.",
		},
	},
	confirmed: notice{
		heading:   "Danke, dein Termin ist bestätigt",
		sentences: []string{"Wir freuen uns auf dich."},
	},
	gone: notice{
		heading: "Dieser Link gilt nicht mehr",
		sentences: []string{
			"Die Reservierung ist abgelaufen, oder der Termin ist vorbei oder abgesagt. Buche auf unserer Website noch einmal.",
			"Prüfe sonst, ob du den Link ganz übernommen hast.",
		},
	},
	taken: notice{
		heading:   "Diese Uhrzeit ist nicht mehr frei",
		sentences: []string{"Buche auf unserer Website eine andere."},
	},
	foreign: notice{
		heading:   "Diese Anfrage kam von einer anderen Website",
		sentences: []string{"Nichts wurde geändert. Öffne den Link selbst und drücke dort den Knopf."},
	},
	failed: notice{
		heading:   "Das hat nicht geklappt",
		sentences: []string{"Es liegt nicht an dir. Öffne den Link in einer Minute noch einmal."},
	},

	heldUntil: "Diese Uhrzeit ist bis %s für dich reserviert. Drücke den Knopf, um sie zu buchen.",
	bookLabel: "Termin buchen",
	// § 312j Abs. 3 BGB: „zahlungspflichtig bestellen“ oder eine entsprechende eindeutige Formulierung.
	payLabel:     "Zahlungspflichtig buchen",
	confirmLabel: "Das ist mein Termin",
	changeLabel:  "Termin verschieben oder absagen",

	what:  "Was",
	who:   "Mit wem",
	when:  "Wann",
	name:  "Name",
	price: "Preis",
	phone: "Telefon",
}
