package ical

var french = words{
	with:     "Avec %s",
	joinAt:   "Rejoindre la vidéo : %s",
	findAt:   "Adresse : %s",
	changeAt: "Déplacer ou annuler : %s",
}
