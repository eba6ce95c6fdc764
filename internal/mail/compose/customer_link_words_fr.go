package compose

import "visavis/ent/customerlink"

// Art. 15, 17 and 20 GDPR.
var frenchCustomerLink = customerLinkWords{
	purposes: map[customerlink.Purpose]purposeWords{
		customerlink.PurposeEXPORT: {
			introduction: introduction{heading: "Consulter vos données", opening: "Vous souhaitez voir ce que nous avons enregistré sur vous."},
			label:        "Voir mes données",
		},
		customerlink.PurposeERASE: {
			introduction: introduction{heading: "Supprimer vos données", opening: "Vous souhaitez que nous supprimions vos données. Rien n’est encore supprimé : cela n’arrive que si vous le confirmez sur la page."},
			label:        "Aller à la suppression",
		},
	},
	using:   "Ouvrez cette page dans les %d minutes. Le lien ne sert qu’une fois.",
	unasked: "Vous n’avez rien demandé ? Supprimez ce message. Rien ne se passe sans vous.",
}
