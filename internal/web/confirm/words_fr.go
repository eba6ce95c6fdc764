package confirm

var french = words{
	held: notice{
		heading:   "Encore une étape",
		sentences: []string{"Vous n’avez rien réservé ? Fermez cette page."},
	},
	booked: notice{
		heading: "Est-ce votre rendez-vous ?",
		sentences: []string{
			"Confirmez que vous l’avez pris et que les informations sont exactes. Nous vous reconnaîtrons ainsi la prochaine fois.",
			"Vous n’avez rien réservé ? Fermez cette page. Rien ne change.",
		},
	},
	confirmed: notice{
		heading:   "Merci, votre rendez-vous est confirmé",
		sentences: []string{"Nous nous réjouissons de vous voir."},
	},
	gone: notice{
		heading: "Ce lien n’est plus valable",
		sentences: []string{
			"La réservation provisoire a expiré, ou le rendez-vous est passé ou annulé. Réservez de nouveau sur notre site.",
			"Sinon, vérifiez que vous avez copié le lien en entier.",
		},
	},
	taken: notice{
		heading:   "Cet horaire n’est plus libre",
		sentences: []string{"Réservez-en un autre sur notre site."},
	},
	foreign: notice{
		heading:   "Cette demande vient d’un autre site",
		sentences: []string{"Rien n’a été modifié. Ouvrez vous-même le lien et appuyez sur le bouton."},
	},
	failed: notice{
		heading:   "Une erreur s’est produite",
		sentences: []string{"Vous n’y êtes pour rien. Rouvrez le lien dans une minute."},
	},

	heldUntil: "Cet horaire vous est réservé jusqu’à %s. Appuyez sur le bouton pour prendre le rendez-vous.",
	bookLabel: "Réserver le rendez-vous",
	// Article L. 221-14 du code de la consommation : « commande avec obligation de paiement », ou une formule analogue dénuée d’ambiguïté.
	payLabel:     "Réserver avec obligation de paiement",
	confirmLabel: "C’est bien mon rendez-vous",
	changeLabel:  "Déplacer ou annuler le rendez-vous",

	what:  "Prestation",
	who:   "Avec",
	when:  "Quand",
	name:  "Nom",
	price: "Prix",
	phone: "Téléphone",
}
