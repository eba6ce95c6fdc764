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
	"visavis/internal/picture"
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
		mux.Handle(link.LegalPattern, legal.NewHandler(legal.Options{Salon: setUp, Pictures: picture.NewLibrary(database, demotest.Now), Logger: logger}))
		mitte, err := setUp.Branch(t.Context(), nil, new("mitte"))
		if err != nil {
			t.Fatal(err)
		}
		owner := actor.With(t.Context(), actor.Actor{Role: actor.Owner})
		_, _, err = setUp.BranchUpdate(owner, salon.BranchUpdateInput{
			ID:            mitte.ID,
			Accent:        new("#ffd400"),
			Imprint:       &salon.LegalTextInput{Text: new("Salon Mitte\nAnna <Beispiel>")},
			PrivacyNotice: &salon.LegalTextInput{URL: new("https://salon.example/datenschutz")},
			Terms:         &salon.LegalTextInput{URL: new(""), Text: new("")},
		})
		if err != nil {
			t.Fatal(err)
		}
		get := func(path, language string) *httptest.ResponseRecorder {
			request := httptest.NewRequestWithContext(context.Background(), http.MethodGet, path, nil)
			request.Header.Set("Accept-Language", language)
			answer := httptest.NewRecorder()
			mux.ServeHTTP(answer, request)
			return answer
		}
		shown := get(link.Legal("mitte", "IMPRINT"), "de")
		for _, part := range []string{`<html lang="de">`, "<h1>Impressum</h1>", "Salon Mitte\nAnna &lt;Beispiel&gt;", "Gültig ab 23. November 2026", "--visavis-accent:#877000", `<a href="/legal/mitte/accessibility?lang=de">Barrierefreiheit</a>`} {
			if !strings.Contains(shown.Body.String(), part) {
				t.Errorf("the page lacks %q: %s", part, shown.Body)
			}
		}
		if policy := shown.Header().Get("Content-Security-Policy"); shown.Code != http.StatusOK || strings.Count(policy, "'sha256-") != 2 || !strings.Contains(policy, "default-src 'none'") {
			t.Errorf("%d with the policy %s", shown.Code, policy)
		}
		if led := get(link.Legal("mitte", "PRIVACY_NOTICE"), "de"); led.Code != http.StatusFound || led.Header().Get("Location") != "https://salon.example/datenschutz" {
			t.Errorf("%d to %s", led.Code, led.Header().Get("Location"))
		}
		for _, path := range []string{
			link.Legal("mitte", "TERMS"), link.Legal("mitte", "SECRETS"), link.Legal("nowhere", "IMPRINT"), link.Accessibility("nowhere", "de"),
		} {
			if missing := get(path, "de"); missing.Code != http.StatusNotFound || !strings.Contains(missing.Body.String(), "Hier steht nichts") {
				t.Errorf("%s: %d %s", path, missing.Code, missing.Body)
			}
		}

		for _, test := range []struct {
			path, browser string
			parts         []string
		}{
			{link.Accessibility("mitte", "de"), "en", []string{
				`<html lang="de">`, "<h1>Barrierefreiheit</h1>", "Online-Buchung von Salon Mitte", "WCAG 2.2 auf Stufe AA", "(MLBF), Magdeburg",
				`<a href="mailto:` + mitte.Email + `">`, `<a href="tel:`, mitte.PostalCode + " " + mitte.City, `<a href="/legal/mitte/imprint">Impressum</a>`,
			}},
			{link.Legal("mitte", link.AccessibilityKind), "tr", []string{`<html lang="tr">`, "<h1>Erişilebilirlik</h1>", "WCAG 2.2 AA", "(MLBF, Magdeburg)"}},
			{link.Accessibility("mitte", "xx"), "fr", []string{`<html lang="fr">`, "<h1>Accessibilité</h1>", "WCAG 2.2 au niveau AA"}},
		} {
			statement := get(test.path, test.browser)
			for _, part := range test.parts {
				if statement.Code != http.StatusOK || !strings.Contains(statement.Body.String(), part) {
					t.Errorf("%s in %s: %d without %q: %s", test.path, test.browser, statement.Code, part, statement.Body)
				}
			}
		}
		_, _, err = setUp.BranchUpdate(owner, salon.BranchUpdateInput{ID: mitte.ID, CountryCode: new("PL")})
		if err != nil {
			t.Fatal(err)
		}
		if abroad := get(link.Accessibility("mitte", "en"), "en"); !strings.Contains(abroad.Body.String(), "authority of the country in which the salon is established") {
			t.Errorf("abroad: %s", abroad.Body)
		}
	})
}
