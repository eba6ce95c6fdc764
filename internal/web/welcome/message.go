package welcome

import (
	"errors"
	"net/http"

	"visavis/internal/locale"
)

// A message is the text of a page and its status.
type message struct {
	status    int
	heading   locale.Text
	sentences []locale.Text
}

// gone is the same for used, expired and unknown links, so that it discloses nothing.
func gone() message {
	return message{
		status:  http.StatusNotFound,
		heading: locale.Text{German: "Dieser Link funktioniert nicht mehr", English: "This link no longer works"},
		sentences: []locale.Text{
			{
				German:  "Ein solcher Link gilt einige Tage lang und nur einmal. Hast du dein Passwort schon gewählt, melde dich damit an.",
				English: "A link like this is valid for a few days and works once. If you have already chosen your password, sign in with it.",
			},
			{
				German:  "Kam er per E-Mail, prüfe, ob du ihn ganz übernommen hast, oder lass dir vom Salon einen neuen schicken.",
				English: "If it came by email, check that you copied all of it, or ask the salon for a new one.",
			},
			{
				German:  "Hat ihn der Server beim Start ausgegeben, starte den Server neu: Solange niemand die Rolle Inhaber/in hat, gibt er einen neuen aus.",
				English: "If the server printed it on startup, restart the server: it prints a new one as long as there is no owner.",
			},
		},
	}
}

// insecure is for unencrypted connections.
func insecure() message {
	return message{
		status:  http.StatusForbidden,
		heading: locale.Text{German: "Öffne diesen Link mit https", English: "Open this link with https"},
		sentences: []locale.Text{
			{
				German:  "Über diese Verbindung könnte jemand dein Passwort mitlesen. Ersetze in der Adresse http durch https, oder öffne den Link auf dem Rechner, auf dem der Server läuft.",
				English: "Someone could read your password on this connection. Replace http with https in the address, or open the link on the machine that runs the server.",
			},
			{
				German:  "Der Link bleibt gültig.",
				English: "The link is still valid.",
			},
		},
	}
}

// foreign is for forms that another site has sent.
func foreign() message {
	return message{
		status:  http.StatusForbidden,
		heading: locale.Text{German: "Diese Anfrage kam von einer anderen Website", English: "This request came from another site"},
		sentences: []locale.Text{{
			German:  "Nichts wurde geändert. Öffne den Link selbst und fülle dort das Formular aus.",
			English: "Nothing was changed. Open the link yourself and fill in the form there.",
		}},
	}
}

// unreadable is for forms that no browser sends.
func unreadable(err error) message {
	m := message{
		status:  http.StatusBadRequest,
		heading: locale.Text{German: "Das Formular ist nicht lesbar", English: "The form could not be read"},
		sentences: []locale.Text{{
			German:  "Nichts wurde geändert. Öffne den Link noch einmal und gib weniger Text ein.",
			English: "Nothing was changed. Open the link again and enter less text.",
		}},
	}
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		m.status = http.StatusRequestEntityTooLarge
	}
	return m
}

// failed is for server errors.
func failed() message {
	return message{
		status:  http.StatusInternalServerError,
		heading: locale.Text{German: "Das hat nicht geklappt", English: "Something went wrong"},
		sentences: []locale.Text{{
			German:  "Es liegt nicht an dir. Öffne den Link in einer Minute noch einmal.",
			English: "This is not your fault. Open the link again in a minute.",
		}},
	}
}
