package photo

var german = words{
	foreign: "Diese Anfrage kam von einer anderen Website.",
	often:   "Das waren zu viele Fotos auf einmal. Warte einen Moment und versuche es dann noch einmal.",
	busy:    "Gerade kommen viele Fotos an. Versuche es gleich noch einmal.",
	slow:    "Das Foto ist nicht ganz angekommen. Versuche es noch einmal.",
}
