package compose

import "visavis/ent/mail"

var german = words{
	kinds: map[mail.Kind]introduction{
		mail.KindTO_CONFIRM: {heading: "Noch ein Schritt zu deinem Termin", opening: "diese Uhrzeit ist für dich reserviert, aber noch nicht gebucht:"},
		mail.KindCONFIRMED:  {heading: "Dein Termin ist gebucht", opening: "wir freuen uns auf dich. Das ist dein Termin:"},
		mail.KindMOVED:      {heading: "Dein Termin wurde verschoben", opening: "dein Termin wurde verschoben. Jetzt gilt:"},
		mail.KindCHANGED:    {heading: "Dein Termin wurde geändert", opening: "dein Termin wurde geändert. Jetzt gilt:"},
		mail.KindCANCELLED:  {heading: "Dein Termin wurde abgesagt", opening: "dieser Termin wurde abgesagt:"},
		mail.KindREMINDER:   {heading: "Erinnerung an deinen Termin", opening: "bald ist es so weit. Das ist dein Termin:"},
	},
	greeting: "Hallo %s,",
	closing:  "Viele Grüße",

	what:          "Was",
	who:           "Mit wem",
	when:          "Wann",
	howLong:       "Dauer",
	where:         "Wo",
	byVideo:       "per Video",
	price:         "Preis",
	whatBefore:    "Bisher",
	whoBefore:     "Bisher mit",
	whenBefore:    "Bisheriger Termin",
	howLongBefore: "Bisherige Dauer",
	whenThere:     "Bei dir",
	phone:         "Telefon",
	email:         "E-Mail",

	joining:      "Mit diesem Link kommst du zum Video-Termin. Er gilt auch, wenn der Termin verschoben wird.",
	joinLabel:    "Zum Video-Termin",
	bookingUntil: "Buche den Termin auf dieser Seite bis %s.",
	bookLabel:    "Termin buchen",
	notBooked:    "Hast du diese Nachricht nicht erwartet? Dann lösche sie. Ohne dich wird nichts gebucht.",
	confirming:   "Hast du den Termin selbst gebucht? Bestätige das auf dieser Seite, damit wir dich beim nächsten Mal wiedererkennen.",
	confirmLabel: "Das ist mein Termin",
	changing:     "Du kannst den Termin bis %s verschieben oder absagen.",
	changeLabel:  "Termin verschieben oder absagen",
	byAsking:     "Möchtest du den Termin verschieben oder absagen? Melde dich bitte bei uns.",
	seeing:       "Online verschieben oder absagen geht nicht mehr. Auf der Seite deines Termins steht, was du tun kannst, wenn etwas dazwischenkommt.",
	seeLabel:     "Termin ansehen",
	tooLate:      "Online kannst du den Termin nicht mehr verschieben oder absagen. Wenn etwas dazwischenkommt, melde dich bitte bei uns.",
	adding:       "Trag den Termin in deinen Kalender ein. Verschiebt er sich, aktualisiert die Datei den Eintrag.",
	addLabel:     "In den Kalender eintragen",
}
