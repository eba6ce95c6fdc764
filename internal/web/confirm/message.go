package confirm

import (
	"net/http"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/locale"
)

// A message is the text of a page and its status.
type message struct {
	status    int
	heading   locale.Text
	sentences []locale.Text
}

func messageOf(a *ent.Appointment) message {
	switch {
	case a.ContactConfirmedAt != nil:
		return confirmed
	case a.Status == appointment.StatusHELD:
		return held
	default:
		return booked
	}
}

var (
	// held is for a start that waits for the button.
	held = message{
		status:  http.StatusOK,
		heading: locale.Text{German: "Noch ein Schritt", English: "One more step"},
		sentences: []locale.Text{{
			German:  "Hast du nichts gebucht? Dann schließe diese Seite.",
			English: "Did not book anything? Close this page.",
		}},
	}
	// booked is for an appointment that is booked, whoever it was.
	booked = message{
		status:  http.StatusOK,
		heading: locale.Text{German: "Ist das dein Termin?", English: "Is this your appointment?"},
		sentences: []locale.Text{
			{
				German:  "Bestätige, dass du ihn gebucht hast und die Angaben stimmen. Dann erkennen wir dich beim nächsten Mal wieder.",
				English: "Confirm that you booked it and that the details are right, so that we recognize you next time.",
			},
			{
				German:  "Hast du nichts gebucht? Dann schließe diese Seite. Es ändert sich nichts.",
				English: "Did not book anything? Close this page. Nothing changes.",
			},
		},
	}
	confirmed = message{
		status:  http.StatusOK,
		heading: locale.Text{German: "Danke, dein Termin ist bestätigt", English: "Thank you, your appointment is confirmed"},
		sentences: []locale.Text{{
			German:  "Wir freuen uns auf dich.",
			English: "We look forward to seeing you.",
		}},
	}
	// gone is the same for expired and unknown links, so that it discloses nothing.
	gone = message{
		status:  http.StatusNotFound,
		heading: locale.Text{German: "Dieser Link gilt nicht mehr", English: "This link is no longer valid"},
		sentences: []locale.Text{
			{
				German:  "Die Reservierung ist abgelaufen, oder der Termin ist vorbei oder abgesagt. Buche auf unserer Website noch einmal.",
				English: "The reservation has expired, or the appointment is over or cancelled. Book again on our website.",
			},
			{
				German:  "Prüfe sonst, ob du den Link ganz übernommen hast.",
				English: "Otherwise, check that you copied all of the link.",
			},
		},
	}
	// taken is for a start that cannot be booked any more.
	taken = message{
		status:  http.StatusConflict,
		heading: locale.Text{German: "Diese Uhrzeit ist nicht mehr frei", English: "This time is no longer available"},
		sentences: []locale.Text{{
			German:  "Buche auf unserer Website eine andere.",
			English: "Book another one on our website.",
		}},
	}
	// foreign is for forms that another site has sent.
	foreign = message{
		status:  http.StatusForbidden,
		heading: locale.Text{German: "Diese Anfrage kam von einer anderen Website", English: "This request came from another site"},
		sentences: []locale.Text{{
			German:  "Nichts wurde geändert. Öffne den Link selbst und drücke dort den Knopf.",
			English: "Nothing was changed. Open the link yourself and press the button there.",
		}},
	}
	// failed is for server errors.
	failed = message{
		status:  http.StatusInternalServerError,
		heading: locale.Text{German: "Das hat nicht geklappt", English: "Something went wrong"},
		sentences: []locale.Text{{
			German:  "Es liegt nicht an dir. Öffne den Link in einer Minute noch einmal.",
			English: "This is not your fault. Open the link again in a minute.",
		}},
	}
)

var (
	heldUntil = locale.Text{
		German:  "Diese Uhrzeit ist bis %s Uhr für dich reserviert. Drücke den Knopf, um sie zu buchen.",
		English: "This time is reserved for you until %s. Press the button to book it.",
	}
	bookLabel    = locale.Text{German: "Termin buchen", English: "Book the appointment"}
	confirmLabel = locale.Text{German: "Das ist mein Termin", English: "This is my appointment"}
	changeLabel  = locale.Text{German: "Termin verschieben oder absagen", English: "Move or cancel the appointment"}

	what      = locale.Text{German: "Was", English: "What"}
	who       = locale.Text{German: "Mit wem", English: "With"}
	whenLabel = locale.Text{German: "Wann", English: "When"}
	name      = locale.Text{German: "Name", English: "Name"}
	phone     = locale.Text{German: "Telefon", English: "Phone"}
)
