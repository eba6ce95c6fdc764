package cookie_test

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"visavis/internal/web/cookie"
)

func TestCookiesAreForThisServerAlone(t *testing.T) {
	for _, test := range []struct {
		origin, name string
		secure       bool
	}{
		{"https://booking.example", "__Host-visavis_session", true},
		{"http://127.0.0.1:8080", "visavis_session", false},
	} {
		jar := cookie.NewJar(test.origin)
		answer := httptest.NewRecorder()
		jar.KeepSession(answer, "SECRET", time.Hour)
		kept := answer.Result().Cookies()[0]
		if kept.Name != test.name || kept.Secure != test.secure || !kept.HttpOnly || kept.SameSite != http.SameSiteStrictMode ||
			kept.Path != "/" || kept.Domain != "" || kept.MaxAge != 3600 {
			t.Errorf("at %s the cookie is %s", test.origin, kept)
		}
		request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
		request.AddCookie(kept)
		if got := jar.Session(request); got != "SECRET" {
			t.Errorf("at %s the session is %q", test.origin, got)
		}
		if got := jar.Device(request); got != "" {
			t.Errorf("at %s the device is %q", test.origin, got)
		}
		answer = httptest.NewRecorder()
		jar.DropSession(answer)
		if gone := answer.Result().Cookies()[0]; gone.Name != test.name || gone.MaxAge >= 0 || gone.Value != "" {
			t.Errorf("at %s the cookie is dropped by %s", test.origin, gone)
		}
		answer = httptest.NewRecorder()
		jar.KeepDevice(answer, "SECRET")
		if kept := answer.Result().Cookies()[0]; kept.MaxAge < 360*24*3600 || kept.Secure != test.secure || !kept.HttpOnly {
			t.Errorf("at %s the device is kept by %s", test.origin, kept)
		}
	}
}

func TestNoSecretTravelsInTheClear(t *testing.T) {
	for host, want := range map[string]bool{
		"localhost": true, "localhost:8080": true, "LOCALHOST": true, "127.0.0.1:8080": true, "127.0.0.1": true, "[::1]:8080": true, "[::1]": true,
		"192.168.0.7:8080": false, "salon.example": false, "localhost.evil.example": false, "": false, "[2001:db8::1]:80": false,
	} {
		request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
		request.Host = host
		if got := cookie.NewJar("http://127.0.0.1:8080").MayKeep(request); got != want {
			t.Errorf("without TLS, a secret may be sent to %q: %v", host, got)
		}
		if !cookie.NewJar("https://booking.example").MayKeep(request) {
			t.Errorf("by TLS no secret may be sent to %q", host)
		}
	}
}

func TestCookiesOfSitesBesideTheServerDoNotCount(t *testing.T) {
	jar := cookie.NewJar("https://booking.salon.example")
	for origin, want := range map[string]string{
		"": "SECRET", "https://booking.salon.example": "SECRET", "http://127.0.0.1:8080": "SECRET",
		"https://www.salon.example": "", "https://evil.example": "", "null": "",
	} {
		request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", nil)
		request.Host = "127.0.0.1:8080" // behind a proxy
		request.AddCookie(&http.Cookie{Name: "__Host-visavis_session", Value: "SECRET"})
		if origin != "" {
			request.Header.Set("Origin", origin)
		}
		if got := jar.Session(request); got != want {
			t.Errorf("a page of %q has the session %q", origin, got)
		}
	}
}
