package legal

var german = words{
	since:          "Gültig ab %s",
	missingHeading: "Hier steht nichts",
	missing:        "Diesen Text gibt es nicht oder nicht mehr. Frag im Salon danach.",

	// § 14 Abs. 1 Nr. 2 und Anlage 3 Nr. 1 BFSG: Beschreibung der Dienstleistung, Erfüllung der Anforderungen, Marktüberwachungsbehörde.
	statement: statement{
		scope: "Diese Erklärung gilt für die Online-Buchung von %s: für die Buchungsseite, auch wo sie in eine andere Website eingebettet ist, für die Seite deines Termins und für die Seiten, zu denen unsere E-Mails führen.",

		serviceHeading: "Was du hier tun kannst",
		service: []string{
			"Du wählst eine Leistung und eine Uhrzeit, gibst deinen Namen und deine E-Mail-Adresse an und buchst. Ein Konto brauchst du nicht. Danach kannst du deinen Termin ansehen, verschieben und absagen.",
			"Die gewählte Uhrzeit ist einige Minuten für dich reserviert. Läuft die Reservierung ab, wählst du noch einmal; was du geschrieben hast, bleibt erhalten.",
		},

		conformanceHeading: "Wie barrierefrei die Buchung ist",
		conformance: []string{
			"Die Online-Buchung soll die Richtlinien WCAG 2.2 auf Stufe AA einhalten. Abweichungen davon sind uns nicht bekannt.",
			"Das beruht auf eigener Prüfung: Vor jeder neuen Fassung prüft ein Programm jeden Schritt in hellem und dunklem Bild und auf schmalen Bildschirmen, und eine ganze Buchung allein mit der Tastatur.",
		},

		limitsHeading: "Grenzen, die wir kennen",
		limits: []string{
			"Ein Programm findet nicht jede Barriere. Fällt dir eine auf, sag es uns bitte.",
			"Videogespräche finden bei Anbietern wie Zoom oder Google Meet statt. Für die Barrierefreiheit dort, zum Beispiel Untertitel, ist der Anbieter verantwortlich.",
			"Namen und Beschreibungen von Leistungen und die Rechtstexte schreibt der Salon. Sie erscheinen in der Sprache, in der er sie geschrieben hat.",
			"Links zu Kalendern und Karten führen zu Websites anderer Anbieter. Zu einer Website, in die die Buchung eingebettet ist, sagt diese Erklärung nichts.",
		},

		contactHeading: "Barriere melden",
		contact:        "Kommst du irgendwo nicht weiter? Ruf uns an oder schreib uns: Wir helfen dir, und wir buchen deinen Termin auch so.",

		authorityHeading: "Zuständige Behörde",
		otherAuthority:   "Die Einhaltung überwacht die zuständige Marktüberwachungsbehörde des Landes, in dem der Salon seinen Sitz hat.",
		authorities: map[string]string{
			"AT": "Die Einhaltung überwacht das Sozialministeriumservice, Wien.",
			"DE": "Die Einhaltung überwacht die Marktüberwachungsstelle der Länder für die Barrierefreiheit von Produkten und Dienstleistungen (MLBF), Magdeburg.",
			"FR": "Die Einhaltung überwacht die Direction générale de la concurrence, de la consommation et de la répression des fraudes (DGCCRF), Paris.",
		},
	},
}
