package web_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"visavis/internal/civil"
	"visavis/internal/config"
	"visavis/internal/store"
	"visavis/internal/web"
)

// newHandler returns a handler whose API responds without content.
func newHandler(t *testing.T, c config.Config, database *store.Store) http.Handler {
	t.Helper()
	handler, err := web.NewHandler(web.Options{
		Config:   c,
		Database: database,
		Clock:    func() civil.Instant { return 1795420800 },
		Logger:   slog.New(slog.DiscardHandler),
		API:      http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }),
	})
	if err != nil {
		t.Fatal(err)
	}
	return handler
}

// get requests a path by a host name.
func get(t *testing.T, handler http.Handler, host, path string) *httptest.ResponseRecorder {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
	request.Host = host
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, request)
	return answer
}
