package frontend

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
)

var built = fstest.MapFS{
	"dist/graphiql/index.html":         {Data: []byte(`<script nonce="` + noncePlaceholder + `"></script>`)},
	"dist/graphiql/assets/app.js":      {Data: []byte("plain")},
	"dist/graphiql/assets/app.js.br":   {Data: []byte("brotli")},
	"dist/graphiql/assets/app.js.gz":   {Data: []byte("gzip")},
	"dist/graphiql/assets/small.css":   {Data: []byte("small")},
	"dist/graphiql/assets/unknown.xyz": {Data: []byte("unknown")},
	"dist/secret.js":                   {Data: []byte("secret")},
}

func ask(t *testing.T, files fstest.MapFS, method, address, acceptEncoding string) *http.Response {
	t.Helper()
	handler, err := newApp(files, "graphiql", onePage, graphiQLPolicy, "")
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequest(method, address, nil)
	request.Header.Set("Accept-Encoding", acceptEncoding)
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	return recorder.Result()
}

func body(t *testing.T, response *http.Response) string {
	t.Helper()
	var text strings.Builder
	if err := response.Write(&text); err != nil {
		t.Fatal(err)
	}
	_, content, _ := strings.Cut(text.String(), "\r\n\r\n")
	return content
}

func TestPage(t *testing.T) {
	nonces := map[string]bool{}
	for _, address := range []string{"/graphiql", "/graphiql/", "/graphiql?query={a}"} {
		response := ask(t, built, "GET", address, "")
		if response.StatusCode != http.StatusOK {
			t.Fatalf("%s: %s", address, response.Status)
		}
		policy := response.Header.Get("Content-Security-Policy")
		nonce := regexp.MustCompile(`script-src 'nonce-(\w{20,})'`).FindStringSubmatch(policy)
		if nonce == nil {
			t.Fatalf("%s: no nonce in the policy %q", address, policy)
		}
		nonces[nonce[1]] = true
		if got, want := body(t, response), `<script nonce="`+nonce[1]+`"></script>`; got != want {
			t.Errorf("%s: got %s, want %s", address, got, want)
		}
		for name, want := range map[string]string{
			"Cache-Control":          "no-store",
			"Content-Type":           "text/html; charset=utf-8",
			"Referrer-Policy":        "no-referrer",
			"X-Content-Type-Options": "nosniff",
		} {
			if got := response.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", address, name, got, want)
			}
		}
	}
	if len(nonces) != 3 {
		t.Errorf("3 answers have %d nonces", len(nonces))
	}
}

func TestALongPageIsCompressed(t *testing.T) {
	long := strings.Repeat("<p>", 1000)
	for accepted, coding := range map[string]string{"": "", "br": "", "gzip;q=0": "", "br, gzip": "gzip"} {
		response := ask(t, fstest.MapFS{"dist/graphiql/index.html": {Data: []byte(long)}}, "GET", "/graphiql", accepted)
		if got := response.Header.Get("Content-Encoding"); got != coding || response.Header.Get("Vary") != "Accept-Encoding, Accept-Language" {
			t.Errorf("for %q: coded as %q, want %q", accepted, got, coding)
		}
		var text io.Reader = response.Body
		if coding != "" {
			decoded, err := gzip.NewReader(text)
			if err != nil {
				t.Fatal(err)
			}
			text = decoded
		}
		if got, err := io.ReadAll(text); string(got) != long || err != nil {
			t.Errorf("for %q: the page has %d bytes (%v)", accepted, len(got), err)
		}
	}
}

func TestAPageSpeaksTheLanguageOfTheRequest(t *testing.T) {
	files := fstest.MapFS{
		"dist/graphiql/index.html":    {Data: []byte("German")},
		"dist/graphiql/index.en.html": {Data: []byte("English")},
		"dist/graphiql/index.fr.html": {Data: []byte("French")},
	}
	handler, err := newApp(files, "graphiql", onePage, graphiQLPolicy, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ address, accepted, want string }{
		{"/graphiql", "de-AT", "German"},
		{"/graphiql", "fr-CA,en;q=0.5", "French"},
		{"/graphiql", "", "English"},
		{"/graphiql", "tr", "German"}, // there is no page in Turkish
		{"/graphiql?lang=fr", "de", "French"},
		{"/graphiql?lang=fr-CA", "de", "French"},
		{"/graphiql?lang=xx", "de", "German"},
	} {
		request := httptest.NewRequest("GET", test.address, nil)
		request.Header.Set("Accept-Language", test.accepted)
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, request)
		if got := answer.Body.String(); got != test.want {
			t.Errorf("%s for %q: got %s, want %s", test.address, test.accepted, got, test.want)
		}
	}
}

func TestPolicyRefusesInlineScripts(t *testing.T) {
	for directive := range strings.SplitSeq(graphiQLPolicy("n"), "; ") {
		if strings.Contains(directive, "unsafe") && !strings.HasPrefix(directive, "style-src-attr ") {
			t.Errorf("the policy has %q", directive)
		}
	}
}

func TestAsset(t *testing.T) {
	for _, test := range []struct{ file, accepted, content, coding string }{
		{"app.js", "", "plain", ""},
		{"app.js", "identity", "plain", ""},
		{"app.js", "gzip, deflate", "gzip", "gzip"},
		{"app.js", "gzip, deflate, br, zstd", "brotli", "br"},
		{"app.js", "GZIP;q=0.5", "gzip", "gzip"},
		{"app.js", "br;q=0, gzip; q=1.0", "gzip", "gzip"},
		{"app.js", "br;q=0.000, gzip;q=nonsense", "plain", ""},
		{"small.css", "gzip, br", "small", ""},
	} {
		response := ask(t, built, "GET", "/graphiql/assets/"+test.file, test.accepted)
		if response.StatusCode != http.StatusOK {
			t.Fatalf("%s: %s", test.file, response.Status)
		}
		if got := response.Header.Get("Content-Encoding"); got != test.coding {
			t.Errorf("%s for %q: coded as %q, want %q", test.file, test.accepted, got, test.coding)
		}
		if got := response.Header.Get("Vary"); got != "Accept-Encoding" {
			t.Errorf("%s: varies by %q", test.file, got)
		}
		if got := response.Header.Get("Cache-Control"); !strings.Contains(got, "immutable") {
			t.Errorf("%s: Cache-Control is %q", test.file, got)
		}
		if got := body(t, response); got != test.content {
			t.Errorf("%s for %q: got %q, want %q", test.file, test.accepted, got, test.content)
		}
	}
}

func TestAssetTypeIsOurs(t *testing.T) {
	response := ask(t, built, "GET", "/graphiql/assets/app.js", "br")
	if got, want := response.Header.Get("Content-Type"), "text/javascript; charset=utf-8"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMissing(t *testing.T) {
	for _, address := range []string{
		"/graphiql/assets/",
		"/graphiql/assets/missing.js",
		"/graphiql/assets/app.js.br",
		"/graphiql/assets/unknown.xyz",
		"/graphiql/assets/..%2F..%2Fsecret.js",
		"/graphiql/index.html",
		"/graphiql/anything",
	} {
		response := ask(t, built, "GET", address, "br")
		if response.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %s, want 404", address, response.Status)
		}
		if got := response.Header.Get("X-Content-Type-Options"); got != "nosniff" {
			t.Errorf("%s: X-Content-Type-Options is %q", address, got)
		}
	}
}

func TestMethods(t *testing.T) {
	for _, address := range []string{"/graphiql", "/graphiql/assets/app.js"} {
		if response := ask(t, built, "HEAD", address, ""); response.StatusCode != http.StatusOK {
			t.Errorf("HEAD %s: %s", address, response.Status)
		}
		response := ask(t, built, "POST", address, "")
		if response.StatusCode != http.StatusMethodNotAllowed || response.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("POST %s: %s, allowed are %q", address, response.Status, response.Header.Get("Allow"))
		}
	}
}

func TestWithoutBuild(t *testing.T) {
	response := ask(t, fstest.MapFS{"dist/.gitkeep": {}}, "GET", "/graphiql", "")
	if response.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("got %s, want 503", response.Status)
	}
	if got := body(t, response); !strings.Contains(got, "make build") {
		t.Errorf("the answer does not tell how to build: %s", got)
	}
}

func TestEmbedded(t *testing.T) {
	if _, err := GraphiQL(); err != nil {
		t.Error(err)
	}
}

func TestEveryAddressOfAManyPagedAppIsThePage(t *testing.T) {
	files := fstest.MapFS{
		"dist/admin/index.html":    {Data: []byte("the page")},
		"dist/admin/assets/app.js": {Data: []byte("the script")},
	}
	handler, err := newApp(files, "admin", manyPages, adminPolicy, "")
	if err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string]string{
		"/admin": "the page", "/admin/": "the page", "/admin/mitarbeiter/stf_a/kompetenzen?filiale=mitte": "the page",
		"/admin/assets/app.js": "the script", "/admin/assets/missing.js": "404 page not found\n",
	} {
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, address, nil))
		if got := recorder.Body.String(); got != want {
			t.Errorf("%s is answered %q, want %q", address, got, want)
		}
	}
	for directive := range strings.SplitSeq(adminPolicy("n"), "; ") {
		if strings.Contains(directive, "unsafe") {
			t.Errorf("the policy has %q", directive)
		}
	}
}
