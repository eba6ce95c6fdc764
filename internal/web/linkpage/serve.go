package linkpage

import (
	"net/http"
	"strings"
)

// What a page may ask of the device, as Permissions-Policy: nothing that sees or hears; or, for the page itself, but no other in it, what a
// call needs.
const (
	NoDevices  = "camera=(), display-capture=(), microphone=()"
	OwnDevices = "camera=(self), display-capture=(self), microphone=(self)"
)

// Serve answers with a page in the look of a brand. If the page cannot be rendered, the answer is an empty server error, and it returns why.
func (l *Layout) Serve(w http.ResponseWriter, status int, page any, b Brand) error {
	return l.serve(w, status, page, l.PolicyOf(b), NoDevices)
}

// ServeLive answers like [Layout.Serve] with a page whose scripts have the nonce. They may ask this server, and show sound and pictures of
// the device and of other people.
func (l *Layout) ServeLive(w http.ResponseWriter, status int, page any, b Brand, nonce string) error {
	policy := strings.NewReplacer(
		"style-src ", "script-src 'nonce-"+nonce+"'; style-src 'nonce-"+nonce+"' ",
		"img-src ", "connect-src 'self'; media-src blob:; img-src blob: ",
	).Replace(l.PolicyOf(b))
	return l.serve(w, status, page, policy, OwnDevices)
}

func (l *Layout) serve(w http.ResponseWriter, status int, page any, policy, permissions string) error {
	body, err := l.Write(page)
	if err != nil {
		status, body = http.StatusInternalServerError, nil
	}
	w.Header().Set("Content-Security-Policy", policy)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Permissions-Policy", permissions)
	w.WriteHeader(status)
	// A failed write means that the client has disconnected.
	_, _ = w.Write(body)
	return err
}
