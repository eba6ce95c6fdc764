package compose

var germanForStaff = staffWords{
	access: introduction{
		heading: "Dein Zugang",
		opening: "hier ist dein Zugang zu unserem Buchungssystem. Passwort und PIN legst du selbst fest.",
	},
	accessChange: introduction{
		heading: "Dein Zugang wurde geändert",
		opening: "an deinem Zugang zu unserem Buchungssystem hat sich etwas geändert.",
	},
	signInWith:  "Anmelden mit",
	choosing:    "Unter diesem Link legst du Passwort und PIN fest. Er gilt %d Tage lang und nur einmal.",
	chooseLabel: "Passwort und PIN festlegen",
	notYet:      "Hier steht der Link, sobald die Nachricht verschickt wird.",
	unasked:     "Hast du diese Nachricht nicht erwartet? Dann lösche sie. Solange niemand den Link benutzt, ändert sich nichts.",
	changed:     "Geändert",
	notYou:      "Hast du das nicht erwartet? Dann gib gleich im Salon Bescheid, und setze auf der Anmeldeseite ein neues Passwort.",
	changes: map[string]string{
		"EMAIL":         "E-Mail zum Anmelden",
		"PASSWORD":      "Passwort",
		"PIN":           "PIN",
		"ROLE":          "Rolle",
		"API_TOKEN":     "API-Token",
		"CALENDAR_FEED": "Kalender-Abo",
		"PASSKEY":       "Passkeys",
		"REMOVED":       "Zugang entfernt",
	},
}
