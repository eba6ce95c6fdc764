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
		"/embed.js":           "cross-origin",
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

func TestTheLoaderIsServedCompressedWithoutRedirect(t *testing.T) {
	files := fstest.MapFS{
		"dist/book/index.html":  {Data: []byte("page")},
		"dist/book/embed.js":    {Data: []byte("loader")},
		"dist/book/embed.js.br": {Data: []byte("brotli")},
		"dist/book/embed.js.gz": {Data: []byte("gzip")},
	}
	handler, err := newApp(files, "book", manyPages, bookPolicy, "embed.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{Loader, "/book/embed.js"} {
		for accepted, content := range map[string]string{"": "loader", "gzip": "gzip", "gzip, br": "brotli"} {
			request := httptest.NewRequest("GET", address, nil)
			request.Header.Set("Accept-Encoding", accepted)
			answer := httptest.NewRecorder()
			handler.ServeHTTP(answer, request)
			header := answer.Header()
			if answer.Code != 200 || answer.Body.String() != content || header.Get("Vary") != "Accept-Encoding" ||
				header.Get("Access-Control-Allow-Origin") != "*" || header.Get("Cache-Control") != keptForAWhile || header.Get("Content-Type") != "text/javascript; charset=utf-8" {
				t.Errorf("%s for %q: %d %s %v", address, accepted, answer.Code, answer.Body, header)
			}
		}
	}
}

func TestTheScriptsOfOtherAppsAreOurs(t *testing.T) {
	answer := ask(t, built, "GET", "/graphiql/assets/app.js", "")
	if got := answer.Header.Get("Access-Control-Allow-Origin"); got != "" {
		t.Errorf("GraphiQL allows %q", got)
	}
}
