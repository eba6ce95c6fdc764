package ical

var german = words{
	with:     "Mit %s",
	joinAt:   "Zum Videogespräch: %s",
	findAt:   "Adresse: %s",
	changeAt: "Verschieben oder absagen: %s",
}
