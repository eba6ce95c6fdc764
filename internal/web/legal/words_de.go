package legal

var german = words{
	since:          "Gültig ab %s",
	missingHeading: "Hier steht nichts",
	missing:        "Diesen Text gibt es nicht oder nicht mehr. Frag im Salon danach.",
}
