package join

var german = words{
	what:  "Was",
	who:   "Mit wem",
	when:  "Wann",
	zone:  "Zeitzone",
	again: "Jetzt nachsehen",
	enter: "Raum betreten",

	calendar: "In den Kalender (.ics)",

	waiting:       "Dein Video-Termin",
	moved:         "Dieser Termin wurde verschoben. Unten steht die neue Uhrzeit.",
	taken:         "Im Raum läuft noch ein anderes Gespräch. Der Salon lässt dich danach hinein.",
	delayed:       "Dein Gespräch beginnt später. Der Raum öffnet um %s.",
	afterPrevious: "Der Raum öffnet nach dem vorherigen Gespräch, spätestens um %s.",
	opens:         "Der Raum öffnet %s vor Beginn, um %s.",
	stayOrReturn:  "Lass diese Seite offen. Du kannst den Link aus deiner E-Mail auch später noch einmal öffnen. Er gilt auch, wenn der Termin verschoben wird.",

	ready: notice{
		heading:   "Der Raum ist offen",
		sentences: []string{"Wenn du bereit bist, betritt den Raum. Reißt die Verbindung ab, öffne diesen Link noch einmal."},
	},
	byHand: notice{
		heading:   "Einen Moment noch",
		sentences: []string{"Der Salon lässt dich hinein, sobald er bereit ist. Lass diese Seite offen: Sie sieht alle 15 Sekunden nach."},
	},
	inBrowser: notice{
		heading:   "Der Raum ist offen",
		sentences: []string{"Das Gespräch findet auf dieser Seite statt. Siehst du den Raum nicht, erlaube JavaScript, oder öffne den Link in einem anderen Browser."},
	},
	unprepared: notice{
		heading: "Einen Moment noch",
		sentences: []string{
			"Der Salon hat den Raum noch nicht vorbereitet. Lass diese Seite offen: Sie sieht alle 15 Sekunden nach.",
			"Dauert es zu lange, melde dich beim Salon.",
		},
	},
	over: notice{
		heading:   "Dieser Termin ist vorbei",
		sentences: []string{"Der Raum ist geschlossen. Wenn du noch etwas brauchst, melde dich beim Salon."},
	},
	cancelled: notice{
		heading:   "Dieser Termin wurde abgesagt",
		sentences: []string{"Er findet nicht statt. Wenn du einen neuen möchtest, buche ihn oder melde dich beim Salon."},
	},
	unknown: notice{
		heading:   "Termin nicht gefunden",
		sentences: []string{"Prüfe, ob du den Link aus deiner E-Mail ganz übernommen hast. Öffne ihn am besten direkt in der E-Mail."},
	},
	failed: notice{
		heading:   "Das hat nicht geklappt",
		sentences: []string{"Es liegt nicht an dir. Lass diese Seite offen: Sie versucht es alle 15 Sekunden noch einmal."},
	},
}
