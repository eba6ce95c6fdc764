package legal

var english = words{
	since:          "In force from %s",
	missingHeading: "There is nothing here",
	missing:        "This text does not exist, or no longer. Ask the salon for it.",

	// Annex V of Directive (EU) 2019/882: description of the service, how it meets the requirements. The supervising authority is named as in Germany.
	statement: statement{
		scope: "This statement covers the online booking of %s: the booking page, also where it is embedded in another site, the page of your appointment, and the pages to which our emails lead.",

		serviceHeading: "What you can do here",
		service: []string{
			"You choose a service and a time, enter your name and your email address, and book. You need no account. Afterwards you can view, move and cancel your appointment.",
			"The time you have chosen is reserved for you for some minutes. If the reservation expires, you choose again; what you wrote is kept.",
		},

		conformanceHeading: "How accessible the booking is",
		conformance: []string{
			"The online booking is meant to conform to WCAG 2.2 at level AA. We know of no deviation.",
			"This is a self-assessment: before each new version, a program checks every step in light and dark colors and on narrow screens, and a whole booking by the keyboard alone.",
		},

		limitsHeading: "Limits that we know of",
		limits: []string{
			"A program does not find every barrier. If you notice one, please tell us.",
			"Video calls take place with providers such as Zoom or Google Meet. The provider is responsible for accessibility there, such as captions.",
			"Names and descriptions of services and the legal texts are written by the salon. They appear in the language in which it wrote them.",
			"Links to calendars and maps lead to sites of other providers. This statement does not cover a site in which the booking is embedded.",
		},

		contactHeading: "Report a barrier",
		contact:        "Are you stuck somewhere? Call or write to us: we will help you, and can book your appointment for you.",

		authorityHeading: "Supervising authority",
		otherAuthority:   "Compliance is supervised by the market surveillance authority of the country in which the salon is established.",
		authorities: map[string]string{
			"AT": "Compliance is supervised by the Sozialministeriumservice, Vienna.",
			"DE": "Compliance is supervised by the Marktüberwachungsstelle der Länder für die Barrierefreiheit von Produkten und Dienstleistungen (MLBF), Magdeburg.",
			"FR": "Compliance is supervised by the Direction générale de la concurrence, de la consommation et de la répression des fraudes (DGCCRF), Paris.",
		},
	},
}
