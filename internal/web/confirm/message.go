package confirm

import (
	"net/http"

	"visavis/ent"
	"visavis/ent/appointment"
)

// A message is the text of a page and its status.
type message struct {
	status int
	notice
}

func messageOf(w *words, a *ent.Appointment) message {
	switch {
	case a.ContactConfirmedAt != nil:
		return message{http.StatusOK, w.confirmed}
	case a.Status == appointment.StatusHELD:
		return message{http.StatusOK, w.held}
	default:
		return message{http.StatusOK, w.booked}
	}
}

// gone is the same for expired and unknown links, so that it discloses nothing.
func gone(w *words) message { return message{http.StatusNotFound, w.gone} }

// taken is for a start that cannot be booked any more.
func taken(w *words) message { return message{http.StatusConflict, w.taken} }

// foreign is for forms that another site has sent.
func foreign(w *words) message { return message{http.StatusForbidden, w.foreign} }

// failed is for server errors.
func failed(w *words) message { return message{http.StatusInternalServerError, w.failed} }
