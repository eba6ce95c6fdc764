package graph

var german = words{
	messages: map[string]string{
		internalError:         "Bei uns ist etwas schiefgegangen. Versuche es noch einmal.",
		shuttingDown:          "Der Server wird beendet. Verbinde dich neu.",
		tooSlow:               "Die Änderungen wurden zu langsam gelesen. Verbinde dich neu und gib die letzte ID als after an.",
		answerTooLarge:        "Die Antwort wäre zu groß. Frage weniger auf einmal ab.",
		timeout:               "Die Antwort dauert zu lange. Frage weniger auf einmal ab oder versuche es später noch einmal.",
		databaseUnavailable:   "Unsere Datenbank ist gerade nicht erreichbar. Versuche es in ein paar Minuten noch einmal.",
		storageFull:           "Wir können gerade nichts speichern, weil unser Speicher voll ist. Versuche es später noch einmal oder ruf den Salon an.",
		storageReadOnly:       "Wir können gerade nichts speichern. Versuche es später noch einmal oder ruf den Salon an.",
		unauthenticated:       "Du bist nicht angemeldet. Melde dich an.",
		tokenInvalid:          "Dieses API-Token ist unbekannt, abgelaufen oder widerrufen. Lege ein neues an.",
		forbidden:             "Dazu fehlt dir die Berechtigung. Frag die Salonleitung.",
		freshSignInRequired:   "Dafür ist eine frische Anmeldung mit Passwort nötig. Bestätige dein Passwort, oder melde dich mit E-Mail und Passwort an.",
		postRequired:          "Die Antwort setzt ein Cookie, deshalb geht das nur mit POST. Sende eine POST-Anfrage.",
		encryptionRequired:    "Die Verbindung ist nicht verschlüsselt. Öffne die Seite mit https.",
		sameOriginRequired:    "Die Anfrage kam von einer anderen Website. Benutze eine Seite dieses Servers.",
		rateLimited:           "Das waren zu viele Anfragen. Warte einen Moment und versuche es dann noch einmal.",
		introspectionDisabled: "Dieser Server gibt sein Schema nicht preis. Frag den Betreiber danach.",
	},
	mutationExecuted: "Die Mutation wurde trotzdem ausgeführt. Sieh nach, bevor du sie wiederholst.",
	limits: limits{
		cycles:      "Ein Fragment setzt sich selbst ein, vielleicht über andere. Entferne den Kreis.",
		depth:       "Das Dokument ist tiefer als {max} Ebenen. Frage tiefere Objekte mit ihren IDs ab.",
		definitions: "Das Dokument definiert mehr als {max} Fragmente. Teile es auf.",
		spreads:     "Das Dokument setzt Fragmente mehr als {max}-mal ein, verschachtelte mitgezählt. Teile es auf.",
		rootFields:  "Die Operation hat mehr als {max} Felder auf der obersten Ebene. Teile sie auf.",
		fields:      "Das Dokument hat mehr als {max} Felder; die eines Fragments zählen, sooft es eingesetzt ist. Teile es auf.",
		aliases:     "Das Dokument hat mehr als {max} Aliasse. Teile es auf.",
		directives:  "Das Dokument hat mehr als {max} Direktiven. Teile es auf.",
	},
}
