package legal

var french = words{
	since:          "En vigueur depuis le %s",
	missingHeading: "Il n’y a rien ici",
	missing:        "Ce texte n’existe pas ou plus. Demandez-le au salon.",
}
