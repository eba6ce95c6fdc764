package web

import (
	"net/http"
	"time"

	"visavis/internal/web/clientaddress"
	"visavis/internal/web/ratelimit"
)

// entering limits how often sign-in forms may be sent: as often as with the API.
var entering = ratelimit.Rule{AtOnce: 10, Every: 10 * time.Second}

// limited rate-limits POST requests by client address. Other requests are not counted.
func limited(limits *ratelimit.Limits, what string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			if wait := limits.Take(entering, what, "address "+clientaddress.Of(r.Context())); wait > 0 {
				w.Header().Set("Retry-After", ratelimit.RetryAfter(wait))
				http.Error(w, "Too many requests. Wait a moment, then try again.", http.StatusTooManyRequests)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}
