package linkpage

import (
	"net/http"

	"visavis/internal/locale"
)

// Failed is the sentence of an answer that failed because of the server.
var Failed = locale.Text{
	German:  "Das hat nicht geklappt. Versuche es in ein paar Minuten noch einmal.",
	English: "Something went wrong. Try again in a few minutes.",
}

// Refuse answers with a status and one sentence of plain text, in the language that the request prefers. It is for programs
// that read files; people get a page.
func Refuse(w http.ResponseWriter, r *http.Request, status int, sentence locale.Text) {
	http.Error(w, sentence.In(locale.Negotiate(r.Header.Get("Accept-Language"))), status)
}
