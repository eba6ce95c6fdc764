package legal

var french = words{
	since:          "En vigueur depuis le %s",
	missingHeading: "Il n’y a rien ici",
	missing:        "Ce texte n’existe pas ou plus. Demandez-le au salon.",

	// Annexe V de la directive (UE) 2019/882, article L. 412-13 du code de la consommation.
	statement: statement{
		scope: "Cette déclaration s’applique à la réservation en ligne de %s : à la page de réservation, même intégrée dans un autre site, à la page de votre rendez-vous et aux pages auxquelles mènent nos e-mails.",

		serviceHeading: "Ce que vous pouvez faire ici",
		service: []string{
			"Vous choisissez une prestation et un horaire, vous indiquez votre nom et votre adresse e-mail, puis vous réservez, sans compte. Ensuite, vous pouvez consulter, déplacer et annuler votre rendez-vous.",
			"L’horaire choisi vous est réservé pendant quelques minutes. Passé ce délai, vous choisissez de nouveau ; ce que vous avez écrit est conservé.",
		},

		conformanceHeading: "Le niveau d’accessibilité",
		conformance: []string{
			"La réservation en ligne vise la conformité aux WCAG 2.2 au niveau AA. Nous ne connaissons aucun écart.",
			"C’est une autoévaluation : avant chaque nouvelle version, un programme vérifie chaque étape en couleurs claires et sombres et sur des écrans étroits, ainsi qu’une réservation entière au clavier seul.",
		},

		limitsHeading: "Les limites connues",
		limits: []string{
			"Un programme ne trouve pas tous les obstacles. Si vous en remarquez un, dites-le-nous.",
			"Les entretiens vidéo ont lieu chez des fournisseurs comme Zoom ou Google Meet, qui sont responsables de leur accessibilité, par exemple des sous-titres.",
			"Le salon écrit lui-même les noms et les descriptions des prestations et les textes juridiques. Ils s’affichent dans la langue dans laquelle il les a écrits.",
			"Les liens vers des agendas et des plans mènent à des sites d’autres fournisseurs. Cette déclaration ne s’applique pas au site dans lequel la réservation est intégrée.",
		},

		contactHeading: "Signaler un obstacle",
		contact:        "Vous êtes bloqué quelque part ? Appelez-nous ou écrivez-nous : nous vous aidons, et nous pouvons réserver pour vous.",

		authorityHeading: "Autorité compétente",
		otherAuthority:   "Le respect de ces exigences est contrôlé par l’autorité de surveillance du marché du pays où le salon est établi.",
		authorities: map[string]string{
			"AT": "Le respect de ces exigences est contrôlé par le Sozialministeriumservice, Vienne.",
			"DE": "Le respect de ces exigences est contrôlé par la Marktüberwachungsstelle der Länder für die Barrierefreiheit von Produkten und Dienstleistungen (MLBF), Magdebourg.",
			"FR": "Le respect de ces exigences est contrôlé par la direction générale de la concurrence, de la consommation et de la répression des fraudes (DGCCRF), Paris.",
		},
	},
}
