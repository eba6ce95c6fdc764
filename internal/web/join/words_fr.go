package join

var french = words{
	what:  "Prestation",
	who:   "Avec",
	when:  "Quand",
	zone:  "Fuseau horaire",
	again: "Vérifier maintenant",
	enter: "Entrer dans la salle",

	calendar: "Ajouter à l’agenda (.ics)",

	waiting:       "Votre rendez-vous vidéo",
	moved:         "Ce rendez-vous a été déplacé. Le nouvel horaire est indiqué ci-dessous.",
	taken:         "Un autre entretien est encore en cours dans la salle. Le salon vous fera entrer ensuite.",
	delayed:       "Votre entretien commencera plus tard. La salle ouvre à %s.",
	afterPrevious: "La salle ouvre après l’entretien précédent, à %s au plus tard.",
	opens:         "La salle ouvre %s avant le début, à %s.",
	stayOrReturn:  "Laissez cette page ouverte. Vous pouvez aussi rouvrir plus tard le lien de votre e-mail. Il reste valable si le rendez-vous est déplacé.",

	ready: notice{
		heading:   "La salle est ouverte",
		sentences: []string{"Quand vous êtes prêt, entrez dans la salle. Si la connexion est coupée, rouvrez ce lien."},
	},
	byHand: notice{
		heading:   "Encore un instant",
		sentences: []string{"Le salon vous fait entrer dès qu’il est prêt. Laissez cette page ouverte : elle vérifie toutes les 15 secondes."},
	},
	inBrowser: notice{
		heading:   "La salle est ouverte",
		sentences: []string{"L’appel a lieu sur cette page. Si vous ne voyez pas la salle, autorisez JavaScript, ou ouvrez le lien dans un autre navigateur."},
	},
	unprepared: notice{
		heading: "Encore un instant",
		sentences: []string{
			"Le salon n’a pas encore préparé la salle. Laissez cette page ouverte : elle vérifie toutes les 15 secondes.",
			"Si l’attente est trop longue, contactez le salon.",
		},
	},
	over: notice{
		heading:   "Ce rendez-vous est passé",
		sentences: []string{"La salle est fermée. Si vous avez encore besoin de quelque chose, contactez le salon."},
	},
	cancelled: notice{
		heading:   "Ce rendez-vous a été annulé",
		sentences: []string{"Il n’aura pas lieu. Si vous en souhaitez un autre, réservez-le ou contactez le salon."},
	},
	unknown: notice{
		heading:   "Rendez-vous introuvable",
		sentences: []string{"Vérifiez que vous avez copié en entier le lien de votre e-mail. Le mieux est de l’ouvrir directement dans l’e-mail."},
	},
	failed: notice{
		heading:   "Une erreur s’est produite",
		sentences: []string{"Vous n’y êtes pour rien. Laissez cette page ouverte : elle réessaie toutes les 15 secondes."},
	},
}
