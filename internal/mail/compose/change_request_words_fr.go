package compose

import "visavis/ent/changerequest"

var frenchRequest = requestWords{
	declined: map[changerequest.Kind]introduction{
		changerequest.KindMOVE:   {heading: "Votre rendez-vous reste inchangé", opening: "Nous ne pouvons malheureusement pas déplacer votre rendez-vous. Il reste le suivant :"},
		changerequest.KindCANCEL: {heading: "Votre rendez-vous est maintenu", opening: "Nous ne pouvons malheureusement pas annuler votre rendez-vous. Il reste le suivant :"},
	},
	answer:   "Réponse",
	seeing:   "Cette page montre votre rendez-vous.",
	seeLabel: "Voir le rendez-vous",
	remark:   "Avez-vous des questions ? Contactez-nous.",
}
