package web_test

import (
	"testing"

	"visavis/internal/config"
)

func TestBrowsersAreToldToUseHTTPS(t *testing.T) {
	for public, want := range map[string]string{
		"https://salon.example": "max-age=31536000", "http://salon.example": "", "": "",
	} {
		handler := newHandler(t, config.Config{Addr: "127.0.0.1:8080", PublicURL: public}, nil)
		if got := get(t, handler, "localhost", "/graphql").Header().Get("Strict-Transport-Security"); got != want {
			t.Errorf("public at %q: %q", public, got)
		}
	}
}
