package frontend

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"

	"visavis/internal/locale"
)

func TestTheScriptsOfARoomHaveTheNonceAndTheLanguage(t *testing.T) {
	page := func(language string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("<head>\n<title>x</title>\n<!--scripts-->\n<script src=" + language + " nonce=\"" + noncePlaceholder + "\"></script>\n</head><body></body>")}
	}
	scripts, err := roomScripts(fstest.MapFS{"dist/book/room.html": page("de"), "dist/book/room.fr.html": page("fr")})
	if err != nil {
		t.Fatal(err)
	}
	for l, language := range map[locale.Locale]string{locale.German: "de", locale.French: "fr"} {
		if got, want := string(scripts(l, "N")), "<script src="+language+" nonce=\"N\"></script>\n"; got != want {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
	}
}

func TestWithoutABuildARoomHasNoScripts(t *testing.T) {
	scripts, err := roomScripts(fstest.MapFS{"dist/.gitkeep": {}})
	if scripts != nil || err != nil {
		t.Errorf("got %t, %v", scripts != nil, err)
	}
	if _, err := roomScripts(fstest.MapFS{"dist/book/room.html": {Data: []byte("<head></head>")}}); err == nil {
		t.Error("a page without scripts is taken")
	}
}

func TestOnlyAppsWithDevicesMayUseTheCamera(t *testing.T) {
	book, err := newApp(fstest.MapFS{"dist/book/index.html": {Data: []byte("x")}}, "book", manyPages, bookPolicy, "")
	if err != nil {
		t.Fatal(err)
	}
	for want, handler := range map[string]http.Handler{
		"camera=(), display-capture=(), microphone=()":             book,
		"camera=(self), display-capture=(self), microphone=(self)": withDevices(book),
	} {
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/book", nil))
		if got := answer.Header().Get("Permissions-Policy"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
