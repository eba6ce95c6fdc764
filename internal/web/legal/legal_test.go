package legal_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"visavis/internal/actor"
	"visavis/internal/demo/demotest"
	"visavis/internal/event"
	"visavis/internal/link"
	"visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/web/legal"
)

func TestLegalTextsHavePages(t *testing.T) {
	t.Parallel()
	demotest.Each(t, func(t *testing.T, database *store.Store) {
		logger := slog.New(slog.DiscardHandler)
		feed := event.NewFeed(database, logger)
		t.Cleanup(feed.Close)
		setUp := salon.New(database, feed, demotest.Now)
		mux := http.NewServeMux()
		mux.Handle(link.LegalPattern, legal.NewHandler(legal.Options{Salon: setUp, Logger: logger}))
		mitte, err := setUp.Branch(t.Context(), nil, new("mitte"))
		if err != nil {
			t.Fatal(err)
		}
		owner := actor.With(t.Context(), actor.Actor{Role: actor.Owner})
		_, _, err = setUp.BranchUpdate(owner, salon.BranchUpdateInput{
			ID:            mitte.ID,
			Imprint:       &salon.LegalTextInput{Text: new("Salon Mitte\nAnna <Beispiel>")},
			PrivacyNotice: &salon.LegalTextInput{URL: new("https://salon.example/datenschutz")},
			Terms:         &salon.LegalTextInput{URL: new(""), Text: new("")},
		})
		if err != nil {
			t.Fatal(err)
		}
		get := func(path string) *httptest.ResponseRecorder {
			request := httptest.NewRequestWithContext(context.Background(), http.MethodGet, path, nil)
			request.Header.Set("Accept-Language", "de")
			answer := httptest.NewRecorder()
			mux.ServeHTTP(answer, request)
			return answer
		}
		shown := get(link.Legal("mitte", "IMPRINT"))
		for _, part := range []string{`<html lang="de">`, "<h1>Impressum</h1>", "Salon Mitte\nAnna &lt;Beispiel&gt;", "Gültig ab 23. November 2026"} {
			if !strings.Contains(shown.Body.String(), part) {
				t.Errorf("the page lacks %q: %s", part, shown.Body)
			}
		}
		if policy := shown.Header().Get("Content-Security-Policy"); shown.Code != http.StatusOK || !strings.Contains(policy, "default-src 'none'") {
			t.Errorf("%d with the policy %s", shown.Code, policy)
		}
		if led := get(link.Legal("mitte", "PRIVACY_NOTICE")); led.Code != http.StatusFound || led.Header().Get("Location") != "https://salon.example/datenschutz" {
			t.Errorf("%d to %s", led.Code, led.Header().Get("Location"))
		}
		for _, path := range []string{link.Legal("mitte", "TERMS"), link.Legal("mitte", "SECRETS"), link.Legal("nowhere", "IMPRINT")} {
			if missing := get(path); missing.Code != http.StatusNotFound || !strings.Contains(missing.Body.String(), "Hier steht nichts") {
				t.Errorf("%s: %d %s", path, missing.Code, missing.Body)
			}
		}
	})
}
