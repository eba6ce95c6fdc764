package web

import (
	"net/http"
	"strings"
)

// encryptedOnly tells browsers to use only https if the public origin does. They ignore it without https.
func encryptedOnly(publicOrigin string, next http.Handler) http.Handler {
	if !strings.HasPrefix(publicOrigin, "https://") {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Strict-Transport-Security", "max-age=31536000")
		next.ServeHTTP(w, r)
	})
}
