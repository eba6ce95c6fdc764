package frontend

import (
	"context"
	"net/http"

	"visavis/internal/web/linkpage"
)

type devicesKey struct{}

// withDevices lets the pages of an app use camera, microphone and screen.
func withDevices(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), devicesKey{}, true)))
	})
}

// devicesOf returns the Permissions-Policy of a page.
func devicesOf(ctx context.Context) string {
	if ctx.Value(devicesKey{}) == nil {
		return linkpage.NoDevices
	}
	return linkpage.OwnDevices
}
