package welcome

var german = words{
	gone: notice{
		heading: "Dieser Link funktioniert nicht mehr",
		sentences: []string{
			"Ein solcher Link gilt einige Tage lang und nur einmal. Hast du dein Passwort schon gewählt, melde dich damit an.",
			"Kam er per E-Mail, prüfe, ob du ihn ganz übernommen hast, oder lass dir vom Salon einen neuen schicken.",
			"Hat ihn der Server beim Start ausgegeben, starte den Server neu: Solange niemand die Rolle Inhaber/in hat, gibt er einen neuen aus.",
		},
	},
	insecure: notice{
		heading: "Öffne diesen Link mit https",
		sentences: []string{
			"Über diese Verbindung könnte jemand dein Passwort mitlesen. Ersetze in der Adresse http durch https, oder öffne den Link auf dem Rechner, auf dem der Server läuft.",
			"Der Link bleibt gültig.",
		},
	},
	foreign: notice{
		heading: "Diese Anfrage kam von einer anderen Website",
		sentences: []string{
			"Nichts wurde geändert. Öffne den Link selbst und fülle dort das Formular aus.",
		},
	},
	unreadable: notice{
		heading: "Das Formular ist nicht lesbar",
		sentences: []string{
			"Nichts wurde geändert. Öffne den Link noch einmal und gib weniger Text ein.",
		},
	},
	failed: notice{
		heading: "Das hat nicht geklappt",
		sentences: []string{
			"Es liegt nicht an dir. Öffne den Link in einer Minute noch einmal.",
		},
	},
	owner: notice{
		heading: "Willkommen",
		sentences: []string{
			"In diesem Salon hat noch niemand die Rolle Inhaber/in. Lege hier dein Konto an: Damit richtest du alles Weitere ein.",
		},
	},
	accessHeading:   "Dein Zugang",
	accessGreeting:  "Hallo %s! Lege hier fest, womit du dich anmeldest.",
	accessElsewhere: "Überall, wo du noch angemeldet bist, wirst du abgemeldet.",
	create:          "Konto anlegen",
	save:            "Speichern und anmelden",
	firstName:       "Vorname",
	lastName:        "Nachname (optional)",
	email:           "E-Mail",
	emailHint:       "Damit meldest du dich an.",
	password:        "Passwort",
	newPassword:     "Neues Passwort",
	passwordHint:    "Mindestens 8 Zeichen. Gut sind drei Wörter, die nichts miteinander zu tun haben.",
	pin:             "System-PIN (optional)",
	pinHint:         "%d bis 8 Ziffern, für die Kasse. Bleibt das Feld leer, ändert sich nichts.",
	wrong:           "Bitte prüfe deine Eingaben",
	again:           "Passwort und PIN stehen nicht mehr im Formular. Gib sie noch einmal ein.",
}
