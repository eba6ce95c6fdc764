package frontend

import (
	"net/http/httptest"
	"testing"
	"testing/fstest"
)

var shared = fstest.MapFS{
	"dist/book/index.html":    {Data: []byte("page")},
	"dist/book/embed.js":      {Data: []byte("loader")},
	"dist/book/assets/app.js": {Data: []byte("app")},
}

// TestOthersMayLoadTheScriptsAlone checks which files other sites may load.
func TestOthersMayLoadTheScriptsAlone(t *testing.T) {
	handler, err := newApp(shared, "book", manyPages, bookPolicy, "embed.js")
	if err != nil {
		t.Fatal(err)
	}
	for address, policy := range map[string]string{
		"/book/embed.js":      "cross-origin",
		"/book/assets/app.js": "cross-origin",
		"/book/mitte":         "same-origin",
	} {
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, httptest.NewRequest("GET", address, nil))
		if got := answer.Header().Get("Cross-Origin-Resource-Policy"); answer.Code != 200 || got != policy {
			t.Errorf("%s: %d, %s, want %s", address, answer.Code, got, policy)
		}
		allowed := answer.Header().Get("Access-Control-Allow-Origin")
		if (allowed == "*") != (policy == "cross-origin") {
			t.Errorf("%s allows %q", address, allowed)
		}
	}
}

func TestTheLoaderIsFoundByItsShortAddress(t *testing.T) {
	answer := httptest.NewRecorder()
	Embed(answer, httptest.NewRequest("GET", "/embed.js", nil))
	if answer.Code != 302 || answer.Header().Get("Location") != loader || answer.Header().Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("%d %v", answer.Code, answer.Header())
	}
}

func TestTheScriptsOfOtherAppsAreOurs(t *testing.T) {
	answer := ask(t, built, "GET", "/graphiql/assets/app.js", "")
	if got := answer.Header.Get("Access-Control-Allow-Origin"); got != "" {
		t.Errorf("GraphiQL allows %q", got)
	}
}
