package web_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"visavis/internal/config"
	"visavis/internal/embedding"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// TestWhosePagesCallTheAPI sends a mutation as pages of several origins do, with their preflight.
func TestWhosePagesCallTheAPI(t *testing.T) {
	database := storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t)})
	sites := embedding.New(database, clock, []string{"https://configured.example"})
	if _, err := sites.EmbeddingSiteAdd(t.Context(), embedding.EmbeddingSiteAddInput{Origin: "https://www.Salöng.example/termin"}); err != nil {
		t.Fatal(err)
	}
	handler := newHandlerFor(t, config.Config{PublicURL: "https://booking.example"}, database, sites)
	for _, test := range []struct {
		what, origin, header, value string
		isAllowed                   bool
	}{
		{what: "no browser", isAllowed: true},
		{what: "our own page", origin: "https://booking.example", isAllowed: true},
		{what: "a site of the configuration", origin: "https://configured.example", isAllowed: true},
		{what: "a site that a manager has allowed", origin: "https://www.xn--salng-lua.example", isAllowed: true},
		{what: "its other scheme", origin: "http://www.xn--salng-lua.example"},
		{what: "its other port", origin: "https://www.xn--salng-lua.example:8443"},
		{what: "its domain", origin: "https://xn--salng-lua.example"},
		{what: "another site", origin: "https://evil.example"},
		{what: "a sandbox", origin: "null", isAllowed: true},
		{what: "a sandbox with a cookie", origin: "null", header: "Cookie", value: "session=x"},
		{what: "a sandbox with a token", origin: "null", header: "Authorization", value: "Bearer x"},
	} {
		request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "https://booking.example/graphql", nil)
		if test.origin != "" {
			request.Header.Set("Origin", test.origin)
			request.Header.Set("Sec-Fetch-Site", map[bool]string{true: "same-origin", false: "cross-site"}[test.origin == "https://booking.example"])
		}
		if test.header != "" {
			request.Header.Set(test.header, test.value)
		}
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, request)
		if isAllowed := answer.Code == http.StatusNoContent; isAllowed != test.isAllowed {
			t.Errorf("%s gets %d", test.what, answer.Code)
		}
		readable := answer.Header().Get("Access-Control-Allow-Origin")
		want := map[bool]string{true: test.origin}[test.isAllowed]
		if test.what == "our own page" {
			want = "" // which needs no permission
		}
		if readable != want || answer.Header().Get("Access-Control-Allow-Credentials") != "" {
			t.Errorf("%s: the answer can be read by %q", test.what, readable)
		}
	}
}
