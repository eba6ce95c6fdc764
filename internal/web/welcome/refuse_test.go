package welcome_test

import (
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"visavis/internal/account"
	"visavis/internal/account/accounttest"
	"visavis/internal/civil"
	"visavis/internal/link"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/internal/web/cookie"
	"visavis/internal/web/welcome"
)

func TestTheSessionIsKeptWhereItIsSafe(t *testing.T) {
	for _, test := range []struct {
		origin, host, name string
		secure             bool
	}{
		{"https://booking.example", "booking.example", "__Host-visavis_session", true},
		{"http://127.0.0.1:8080", "127.0.0.1:8080", "visavis_session", false},
		{"http://127.0.0.1:8080", "localhost:8080", "visavis_session", false},
	} {
		t.Run(test.host, func(t *testing.T) {
			each(t, func(t *testing.T, s *testSalon) {
				s.server = s.serve(t, test.origin)
				request := s.request(t, http.MethodPost, s.ownerLink(t), owner(), "de")
				request.Host = test.host
				a := s.ask(t, request)
				if s.who(t, a).StaffID == "" {
					t.Error("nobody is signed in")
				}
				kept := a.cookies[0]
				if kept.Name != test.name || kept.Secure != test.secure || !kept.HttpOnly || kept.SameSite != http.SameSiteStrictMode ||
					kept.Path != "/" || kept.Domain != "" || kept.MaxAge != int(account.LongestSession.Seconds()) {
					t.Errorf("the cookie is %s", strings.ReplaceAll(kept.String(), kept.Value, "…"))
				}
			})
		})
	}
}

func TestNothingHappensOnAConnectionThatOthersRead(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		secret := s.ownerLink(t)
		for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodPost} {
			for _, which := range []string{secret, "UNKNOWN"} {
				for accept, want := range map[string]string{"de": "Öffne diesen Link mit https", "en": "Open this link with https"} {
					request := s.request(t, method, which, owner(), accept)
					request.Host = "192.168.0.7:8080"
					a := s.ask(t, request)
					if a.status != http.StatusForbidden || a.heading != want && method != http.MethodHead {
						t.Errorf("%s is answered %d %q", method, a.status, a.heading)
					}
				}
			}
		}
		if s.links(t) != 1 {
			t.Error("the link is used up")
		}
		if got := s.post(t, secret, owner()).status; got != http.StatusSeeOther {
			t.Errorf("at home the form is answered %d", got)
		}
	})
}

func TestOtherSitesSendNoForms(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		secret := s.ownerLink(t)
		for _, from := range []http.Header{
			{"Sec-Fetch-Site": {"cross-site"}, "Origin": {"https://evil.example"}},
			{"Sec-Fetch-Site": {"same-site"}, "Origin": {"http://127.0.0.1:1"}},
			{"Origin": {"https://evil.example"}},
			{"Origin": {"null"}},
		} {
			request := s.request(t, http.MethodPost, secret, owner(), "de")
			request.Header.Del("Sec-Fetch-Site")
			for name, values := range from {
				request.Header[name] = values
			}
			if a := s.ask(t, request); a.status != http.StatusForbidden || a.heading != "Diese Anfrage kam von einer anderen Website" {
				t.Errorf("from %v: %d %q", from, a.status, a.heading)
			}
		}
		if s.links(t) != 1 {
			t.Error("the link is used up")
		}
		// Links in webmail are followed from another site.
		request := s.request(t, http.MethodGet, secret, nil, "de")
		request.Header.Set("Sec-Fetch-Site", "cross-site")
		if a := s.ask(t, request); a.status != http.StatusOK {
			t.Errorf("the link is answered %d", a.status)
		}
		// Older browsers send Origin only.
		request = s.request(t, http.MethodPost, secret, owner(), "de")
		request.Header.Del("Sec-Fetch-Site")
		request.Header.Set("Origin", s.server.URL)
		if a := s.ask(t, request); a.status != http.StatusSeeOther {
			t.Errorf("its own form is answered %d", a.status)
		}
	})
}

func TestWhatNoFormSends(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		secret := s.ownerLink(t)
		for _, test := range []struct {
			method, kind, body string
			status             int
		}{
			{http.MethodPost, "application/x-www-form-urlencoded", with(owner(), "firstName", strings.Repeat("x", 16<<10)).Encode(), http.StatusRequestEntityTooLarge},
			{http.MethodPost, "application/x-www-form-urlencoded", "firstName=%zz", http.StatusBadRequest},
			{http.MethodPost, "application/json", `{"firstName":"Olga"}`, http.StatusUnprocessableEntity},
			{http.MethodPost, "", owner().Encode(), http.StatusUnprocessableEntity},
			{http.MethodPut, "application/x-www-form-urlencoded", owner().Encode(), http.StatusMethodNotAllowed},
			{http.MethodDelete, "", "", http.StatusMethodNotAllowed},
			{http.MethodOptions, "", "", http.StatusMethodNotAllowed},
		} {
			request := s.request(t, test.method, secret, nil, "de")
			request.Header.Set("Content-Type", test.kind)
			request.Body, request.ContentLength = io.NopCloser(strings.NewReader(test.body)), int64(len(test.body))
			if a := s.ask(t, request); a.status != test.status {
				t.Errorf("%s %.20s is answered %d", test.method, test.body, a.status)
			}
		}
		// Query parameters are not form input.
		request := s.request(t, http.MethodPost, secret, url.Values{}, "de")
		request.URL.RawQuery = "firstName=Olga&email=olga@salon.example&password=eight-quiet-words"
		if a := s.ask(t, request); a.status != http.StatusUnprocessableEntity {
			t.Errorf("a form in the address is answered %d", a.status)
		}
		if s.links(t) != 1 {
			t.Error("the link is used up")
		}
	})
}

func TestWhenTheDatabaseFailsThePageSaysSoAndTheLogKeepsTheSecret(t *testing.T) {
	t.Parallel()
	database, err := store.Open(t.Context(), store.Options{URL: storetest.SQLiteURL(t)})
	check(t, err)
	check(t, database.Close())
	s := &testSalon{log: new(log), secrets: []string{"SECRET", password}, accounts: account.New(account.Options{Store: database, Clock: civil.SystemClock, HashCost: accounttest.HashCost})}
	handler := http.NewServeMux()
	handler.Handle(link.WelcomePattern, welcome.NewHandler(welcome.Options{
		Accounts: s.accounts, Jar: cookie.NewJar("https://booking.example"), Home: home, Logger: slog.New(slog.NewTextHandler(s.log, nil)),
	}))
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		request := httptest.NewRequestWithContext(t.Context(), method, link.Welcome("SECRET"), strings.NewReader(owner().Encode()))
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		answered := httptest.NewRecorder()
		handler.ServeHTTP(answered, request)
		a := answer{status: answered.Code, header: answered.Header(), body: answered.Body.String()}
		s.checkAnswer(t, method, a)
		if a.status != http.StatusInternalServerError || !strings.Contains(a.body, "Something went wrong") {
			t.Errorf("%s is answered %d", method, a.status)
		}
	}
	if got := strings.Count(fmt.Sprint(s.log), "welcome page failed"); got != 2 {
		t.Errorf("the log says %s", s.log)
	}
	s.checkLog(t)
}
