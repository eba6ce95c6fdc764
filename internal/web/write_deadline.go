package web

import (
	"net/http"
	"time"
)

const (
	// writeTimeout is how long a client may take to read a piece of a page or an asset before it is disconnected.
	writeTimeout = 10 * time.Second
	// writePiece is small enough for the slowest networks.
	writePiece = 16 << 10
	// answerTimeout is how long a client of the API may take, unless the transport decides otherwise. A deadline that an
	// earlier response has left on the connection would cut this one.
	answerTimeout = time.Minute
)

// withWriteDeadline disconnects clients who do not read. The deadline moves with each piece that they have read. The API has
// deadlines of its own.
func withWriteDeadline(timeout time.Duration, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		controller := http.NewResponseController(w)
		if r.URL.Path == apiPath {
			_ = controller.SetWriteDeadline(time.Now().Add(answerTimeout))
			next.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(&deadlineWriter{w, controller, timeout}, r)
		_ = controller.SetWriteDeadline(time.Now().Add(timeout)) // for what the server has buffered
	})
}

// deadlineWriter sets a new write deadline for each piece. It hides io.ReaderFrom, which would write without.
type deadlineWriter struct {
	http.ResponseWriter
	controller *http.ResponseController
	timeout    time.Duration
}

func (d *deadlineWriter) Write(text []byte) (written int, err error) {
	for {
		_ = d.controller.SetWriteDeadline(time.Now().Add(d.timeout)) // if it is not supported, nothing is limited
		n, err := d.ResponseWriter.Write(text[:min(len(text), writePiece)])
		written += n
		if text = text[n:]; err != nil || len(text) == 0 {
			return written, err
		}
	}
}

// Unwrap gives handlers access to flushing.
func (d *deadlineWriter) Unwrap() http.ResponseWriter { return d.ResponseWriter }
