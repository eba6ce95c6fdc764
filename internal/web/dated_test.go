package web_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"visavis/internal/config"
)

func TestTheAPIHasTheDateOfTheServersClockAlsoForOtherSites(t *testing.T) {
	handler := newHandler(t, config.Config{CORSOrigins: []string{"https://salon.example"}}, nil)
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", nil)
	request.Host = "127.0.0.1:8080"
	request.Header.Set("Origin", "https://salon.example")
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, request)
	if date := answer.Header().Get("Date"); date != "Mon, 23 Nov 2026 08:00:00 GMT" {
		t.Errorf("the date is %q", date)
	}
	if exposed := answer.Header().Get("Access-Control-Expose-Headers"); exposed != "Date" {
		t.Errorf("pages of other sites can read %q", exposed)
	}
}
