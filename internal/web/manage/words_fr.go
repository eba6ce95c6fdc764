package manage

var french = words{
	notHere: "Rendez-vous introuvable. Vérifiez que vous avez copié le lien en entier.",
}
