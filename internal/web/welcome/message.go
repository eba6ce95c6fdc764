package welcome

import (
	"errors"
	"net/http"

	"visavis/internal/locale"
)

// A message is what a page says, and how it is answered.
type message struct {
	status    int
	heading   locale.Text
	sentences []locale.Text
}

// gone is the same for a link that was used, has expired or never was: nobody learns
// which.
func gone() message {
	return message{
		status:  http.StatusNotFound,
		heading: locale.Text{German: "Dieser Link öffnet nichts mehr", English: "This link opens nothing any more"},
		sentences: []locale.Text{
			{
				German:  "Ein solcher Link gilt einige Tage lang und nur einmal. Hast du dein Passwort schon gewählt, melde dich damit an.",
				English: "Such a link is valid for some days, and once. If you have chosen your password already, sign in with it.",
			},
			{
				German:  "Kam er mit einer E-Mail, prüfe, ob du ihn ganz übernommen hast, oder lass dir im Salon einen neuen schicken.",
				English: "If it came by e-mail, check that you have taken all of it, or have the salon send you a new one.",
			},
			{
				German:  "Hat ihn der Server beim Start ausgegeben, starte ihn noch einmal: Solange es keinen Inhaber gibt, gibt er einen neuen aus.",
				English: "If the server printed it when it started, start it once more: as long as there is no owner it prints a new one.",
			},
		},
	}
}

// insecure is for a reader on a connection on which others could read along.
func insecure() message {
	return message{
		status:  http.StatusForbidden,
		heading: locale.Text{German: "Öffne diesen Link mit https", English: "Open this link by https"},
		sentences: []locale.Text{
			{
				German:  "Über diese Verbindung könnte jemand dein Passwort mitlesen. Schreibe in der Adresse https statt http, oder öffne den Link auf dem Rechner, auf dem der Server läuft.",
				English: "On this connection somebody could read your password. Write https instead of http in the address, or open the link on the machine on which the server runs.",
			},
			{
				German:  "Der Link ist damit nicht verbraucht.",
				English: "The link has not been used up.",
			},
		},
	}
}

// foreign is for a form that another site has sent.
func foreign() message {
	return message{
		status:  http.StatusForbidden,
		heading: locale.Text{German: "Das kam von einer anderen Seite", English: "This came from another site"},
		sentences: []locale.Text{{
			German:  "Wir haben nichts geändert. Öffne den Link selbst und fülle das Formular dort aus.",
			English: "We have changed nothing. Open the link yourself and fill in the form there.",
		}},
	}
}

// unreadable is for a form that no browser sends.
func unreadable(err error) message {
	m := message{
		status:  http.StatusBadRequest,
		heading: locale.Text{German: "Das konnten wir nicht lesen", English: "We could not read this"},
		sentences: []locale.Text{{
			German:  "Wir haben nichts geändert. Öffne den Link noch einmal und fülle das Formular kürzer aus.",
			English: "We have changed nothing. Open the link once more and fill in the form with less text.",
		}},
	}
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		m.status = http.StatusRequestEntityTooLarge
	}
	return m
}

// failed is for what is no fault of the reader.
func failed() message {
	return message{
		status:  http.StatusInternalServerError,
		heading: locale.Text{German: "Das hat gerade nicht geklappt", English: "This did not work just now"},
		sentences: []locale.Text{{
			German:  "Es liegt nicht an dir. Öffne den Link in einer Minute noch einmal.",
			English: "It is not your fault. Open the link once more in a minute.",
		}},
	}
}
