package book

var french = words{
	territory:    "fr_FR",
	title:        "Réserver un rendez-vous",
	description:  "Rendez-vous en ligne chez %[1]s, %[2]s : au salon ou en vidéo. Choisissez une prestation et une heure, c’est fait.",
	withoutPlace: "Rendez-vous en ligne chez %s : au salon ou en vidéo. Choisissez une prestation et une heure, c’est fait.",
	choose:       "Où souhaitez-vous prendre rendez-vous ?",
	search:       "Nom ou ville",
	find:         "Chercher",
	none:         "Aucun salon trouvé. Essayez une partie du nom, ou la ville.",
	empty:        "Il n’est pas encore possible de prendre rendez-vous ici.",
	more:         "Autres salons",
	forStaff:     "Pour l’équipe : se connecter",
}
