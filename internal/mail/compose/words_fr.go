package compose

import "visavis/ent/mail"

var french = words{
	kinds: map[mail.Kind]introduction{
		mail.KindTO_CONFIRM: {heading: "Encore une étape pour votre rendez-vous", opening: "Cet horaire vous est réservé, mais le rendez-vous n’est pas encore pris :"},
		mail.KindCONFIRMED:  {heading: "Votre rendez-vous est réservé", opening: "Nous nous réjouissons de vous voir. Voici votre rendez-vous :"},
		mail.KindMOVED:      {heading: "Votre rendez-vous a été déplacé", opening: "Votre rendez-vous a été déplacé. Voici le nouveau :"},
		mail.KindCHANGED:    {heading: "Votre rendez-vous a été modifié", opening: "Votre rendez-vous a été modifié. Voici le nouveau :"},
		mail.KindCANCELLED:  {heading: "Votre rendez-vous a été annulé", opening: "Ce rendez-vous a été annulé :"},
		mail.KindREMINDER:   {heading: "Rappel de votre rendez-vous", opening: "C’est bientôt l’heure. Voici votre rendez-vous :"},
	},
	greeting: "Bonjour %s,",
	closing:  "À bientôt",

	what:          "Prestation",
	who:           "Avec",
	when:          "Quand",
	howLong:       "Durée",
	where:         "Lieu",
	byVideo:       "en vidéo",
	price:         "Prix",
	whatBefore:    "Auparavant",
	whoBefore:     "Auparavant avec",
	whenBefore:    "Ancien horaire",
	howLongBefore: "Ancienne durée",
	whenThere:     "Chez vous",
	phone:         "Téléphone",
	email:         "E-mail",

	joining:      "Ce lien vous mène à votre rendez-vous vidéo. Il reste valable si le rendez-vous est déplacé.",
	joinLabel:    "Rejoindre la vidéo",
	bookingUntil: "Confirmez la réservation sur cette page, au plus tard le %s.",
	bookLabel:    "Réserver le rendez-vous",
	notBooked:    "Vous n’attendiez pas ce message ? Supprimez-le. Rien ne sera réservé sans vous.",
	confirming:   "Avez-vous pris ce rendez-vous vous-même ? Confirmez-le sur cette page, pour que nous vous reconnaissions la prochaine fois.",
	confirmLabel: "C’est bien mon rendez-vous",
	changing:     "Vous pouvez déplacer ou annuler le rendez-vous jusqu’au %s.",
	changeLabel:  "Déplacer ou annuler le rendez-vous",
	byAsking:     "Souhaitez-vous déplacer ou annuler le rendez-vous ? Contactez-nous.",
	seeing:       "Le rendez-vous ne peut plus être déplacé ni annulé en ligne. Sa page indique ce que vous pouvez faire en cas d’empêchement.",
	seeLabel:     "Voir le rendez-vous",
	tooLate:      "Le rendez-vous ne peut plus être déplacé ni annulé en ligne. En cas d’empêchement, contactez-nous.",
	adding:       "Ajoutez le rendez-vous à votre agenda. S’il est déplacé, le fichier met l’entrée à jour.",
	addLabel:     "Ajouter à l’agenda",
}
