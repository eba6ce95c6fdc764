package web_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"visavis/internal/civil"
	"visavis/internal/config"
	"visavis/internal/embedding"
	"visavis/internal/store"
	"visavis/internal/web"
)

func clock() civil.Instant { return 1795420800 }

// newHandler returns a handler whose API responds without content.
func newHandler(t *testing.T, c config.Config, database *store.Store) http.Handler {
	t.Helper()
	return newHandlerFor(t, c, database, embedding.New(database, clock, c.CORSOrigins))
}

// newHandlerFor returns it for pages of these sites too.
func newHandlerFor(t *testing.T, c config.Config, database *store.Store, sites *embedding.Sites) http.Handler {
	t.Helper()
	handler, err := web.NewHandler(web.Options{
		Config:   c,
		Database: database,
		Clock:    clock,
		Logger:   slog.New(slog.DiscardHandler),
		Sites:    sites,
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
