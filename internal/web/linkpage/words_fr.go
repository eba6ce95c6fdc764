package linkpage

var french = words{
	failed: "Une erreur s’est produite. Réessayez dans quelques minutes.",
}
