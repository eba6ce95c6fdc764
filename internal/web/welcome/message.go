package welcome

import (
	"errors"
	"net/http"
)

// A message is the text of a page and its status.
type message struct {
	status int
	notice
}

// gone is the same for used, expired and unknown links, so that it discloses nothing.
func gone(w *words) message { return message{http.StatusNotFound, w.gone} }

// insecure is for unencrypted connections.
func insecure(w *words) message { return message{http.StatusForbidden, w.insecure} }

// foreign is for forms that another site has sent.
func foreign(w *words) message { return message{http.StatusForbidden, w.foreign} }

// failed is for server errors.
func failed(w *words) message { return message{http.StatusInternalServerError, w.failed} }

// unreadable is for forms that no browser sends.
func unreadable(w *words, err error) message {
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return message{http.StatusRequestEntityTooLarge, w.unreadable}
	}
	return message{http.StatusBadRequest, w.unreadable}
}
