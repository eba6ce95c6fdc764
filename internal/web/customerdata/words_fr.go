package customerdata

// Art. 15, 17 and 20 GDPR.
var french = words{
	export: notice{
		heading: "Consulter vos données",
		sentences: []string{
			"Appuyez sur le bouton pour voir tout ce que nous avons enregistré sur vous et le conserver dans un fichier.",
			"Ce lien ne sera ensuite plus valable. Vous en obtenez un autre sur la page de votre rendez-vous.",
		},
	},
	erase: notice{
		heading: "Supprimer vos données",
		sentences: []string{
			"Nous supprimons votre nom, votre adresse, votre numéro de téléphone, vos remarques et photos et tous les e-mails qui vous ont été adressés. Les liens vers vos rendez-vous ne seront plus valables.",
			"Les dates des rendez-vous passés restent enregistrées, mais sans votre nom.",
			"Cette opération est définitive.",
		},
	},
	coming: notice{
		heading:   "Vous avez encore un rendez-vous",
		sentences: []string{"Rien n’a été supprimé. Annulez d’abord le rendez-vous ou attendez qu’il soit passé. Demandez ensuite un nouveau lien sur la page de votre rendez-vous : celui-ci n’est valable qu’une demi-heure."},
	},
	erased: notice{
		heading:   "Vos données sont supprimées",
		sentences: []string{"Vous pouvez fermer cette fenêtre. Pour un nouveau rendez-vous, réservez comme la première fois."},
	},
	data: notice{
		heading:   "Voici ce que nous avons enregistré sur vous",
		sentences: []string{"Conservez le fichier si vous avez besoin des données : cette page ne peut pas être rouverte."},
	},
	gone: notice{
		heading:   "Ce lien n’est plus valable",
		sentences: []string{"Il a expiré ou a déjà été utilisé. Vous en obtenez un autre sur la page de votre rendez-vous.", "Sinon, vérifiez que vous avez copié le lien en entier."},
	},
	foreign: notice{
		heading:   "Cette demande vient d’un autre site",
		sentences: []string{"Rien n’a été modifié. Ouvrez vous-même le lien et appuyez sur le bouton."},
	},
	failed: notice{
		heading:   "Une erreur s’est produite",
		sentences: []string{"Vous n’y êtes pour rien. Rouvrez le lien dans une minute."},
	},

	comingAt:    "Votre prochain rendez-vous : %s.",
	exportLabel: "Afficher mes données",
	eraseLabel:  "Supprimer définitivement mes données",
	comingLabel: "Voir mon rendez-vous",
	fileLabel:   "Enregistrer dans un fichier (JSON)",

	you:        "Vous",
	name:       "Nom",
	email:      "E-mail",
	phone:      "Téléphone",
	language:   "Langue",
	knownSince: "Enregistré depuis",
	marketing:  "Accord pour recevoir des nouvelles depuis",

	card:      "Fiche",
	notes:     "Notes",
	allergies: "Allergies",
	formulas:  "Formules",

	appointment: "Rendez-vous",
	when:        "Quand",
	what:        "Prestation",
	who:         "Avec",
	where:       "Lieu",
	status:      "État",
	note:        "Remarque",
	contact:     "Indiqué lors de la réservation",
	request:     "Demande au salon",
	offer:       "Autres horaires proposés le",
	photos:      "Photos dans le fichier",
	mails:       "E-mails à ce sujet",

	languages: map[string]string{"DE": "allemand", "EN": "anglais", "FR": "français", "TR": "turc"},
	states:    map[string]string{"CONFIRMED": "réservé", "CANCELLED": "annulé", "COMPLETED": "a eu lieu", "NO_SHOW": "absence"},
	requests:  map[string]string{"MOVE": "déplacer", "CANCEL": "annuler"},
}
