package linkpage

import "net/http"

// Serve answers with a page in the look of a brand. If the page cannot be rendered, the answer is an empty server error, and it returns why.
func (l *Layout) Serve(w http.ResponseWriter, status int, page any, b Brand) error {
	body, err := l.Write(page)
	if err != nil {
		status, body = http.StatusInternalServerError, nil
	}
	w.Header().Set("Content-Security-Policy", l.PolicyOf(b))
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	// A failed write means that the client has disconnected.
	_, _ = w.Write(body)
	return err
}
