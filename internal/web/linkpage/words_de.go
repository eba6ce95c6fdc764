package linkpage

var german = words{
	failed: "Das hat nicht geklappt. Versuche es in ein paar Minuten noch einmal.",
}
