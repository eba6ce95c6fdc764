package web

import (
	"net/http"
	"time"

	"visavis/internal/civil"
)

// dated sends the date of the server's clock with each response, so that pages can correct the clock of their device.
func dated(clock civil.Clock, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Date", time.Unix(int64(clock()), 0).UTC().Format(http.TimeFormat))
		next.ServeHTTP(w, r)
	})
}
