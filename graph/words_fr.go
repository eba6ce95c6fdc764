package graph

var french = words{
	messages: map[string]string{
		internalError:         "Une erreur s’est produite de notre côté. Réessayez.",
		shuttingDown:          "Le serveur s’arrête. Reconnectez-vous.",
		tooSlow:               "Les modifications ont été lues trop lentement. Reconnectez-vous et indiquez le dernier ID comme after.",
		answerTooLarge:        "La réponse serait trop grande. Demandez moins à la fois.",
		timeout:               "La réponse prend trop de temps. Demandez moins à la fois, ou réessayez plus tard.",
		databaseUnavailable:   "Notre base de données est injoignable pour le moment. Réessayez dans quelques minutes.",
		storageFull:           "Nous ne pouvons rien enregistrer pour le moment, car notre espace de stockage est plein. Réessayez plus tard, ou appelez le salon.",
		storageReadOnly:       "Nous ne pouvons rien enregistrer pour le moment. Réessayez plus tard, ou appelez le salon.",
		unauthenticated:       "Vous n’êtes pas connecté. Connectez-vous d’abord.",
		tokenInvalid:          "Ce jeton d’API est inconnu, expiré ou révoqué. Créez-en un nouveau.",
		forbidden:             "Vous n’avez pas le droit de faire cela. Adressez-vous à la direction.",
		freshSignInRequired:   "Cela demande une connexion récente par mot de passe. Confirmez votre mot de passe, ou connectez-vous avec votre e-mail et votre mot de passe.",
		postRequired:          "La réponse dépose un cookie, ce n’est donc possible que par POST. Envoyez une requête POST.",
		encryptionRequired:    "La connexion n’est pas chiffrée. Ouvrez la page avec https.",
		sameOriginRequired:    "La demande vient d’un autre site. Utilisez une page de ce serveur.",
		rateLimited:           "Trop de demandes. Attendez un instant, puis réessayez.",
		introspectionDisabled: "Ce serveur ne communique pas son schéma. Demandez-le à son exploitant.",
	},
	mutationExecuted: "La mutation a quand même été exécutée. Vérifiez le résultat avant de la répéter.",
	limits: limits{
		cycles:      "Un fragment s’inclut lui-même, peut-être par d’autres. Supprimez la boucle.",
		depth:       "Le document a plus de {max} niveaux. Demandez les objets plus profonds par leurs ID.",
		definitions: "Le document définit plus de {max} fragments. Divisez-le.",
		spreads:     "Le document inclut des fragments plus de {max} fois, en comptant ceux qui sont imbriqués. Divisez-le.",
		rootFields:  "L’opération a plus de {max} champs au premier niveau. Divisez-la.",
		fields:      "Le document a plus de {max} champs ; ceux d’un fragment comptent chaque fois qu’il est inclus. Divisez-le.",
		aliases:     "Le document a plus de {max} alias. Divisez-le.",
		directives:  "Le document a plus de {max} directives. Divisez-le.",
	},
}
