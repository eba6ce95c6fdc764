package web

import (
	"net/http"
	"sync/atomic"
	"time"

	"visavis/internal/civil"
)

// dated sends the date of the server's clock with each response, so that pages can correct the clock of their device.
func dated(clock civil.Clock, next http.Handler) http.Handler {
	var last atomic.Pointer[date] // formatted once a second, not for each response
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		now, current := clock(), last.Load()
		if current == nil || current.at != now {
			current = &date{now, []string{time.Unix(int64(now), 0).UTC().Format(http.TimeFormat)}}
			last.Store(current)
		}
		w.Header()["Date"] = current.header
		next.ServeHTTP(w, r)
	})
}

// A date is the header of all responses in a second.
type date struct {
	at     civil.Instant
	header []string
}
