package linkpage

import (
	"net/http"

	"visavis/internal/locale"
)

// Failed returns the sentence of an answer that failed because of the server.
func Failed(l locale.Locale) string { return catalog.In(l).failed }

// Refuse answers with a status and one sentence of plain text, in the language that the request prefers. It is for programs
// that read files; people get a page.
func Refuse(w http.ResponseWriter, r *http.Request, status int, sentence func(locale.Locale) string) {
	http.Error(w, sentence(locale.Negotiate(r.Header.Get("Accept-Language"))), status)
}
