package manage

var german = words{
	notHere: "Termin nicht gefunden. Prüfe, ob du den Link ganz übernommen hast.",
}
