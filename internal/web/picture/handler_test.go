package picture_test

import (
	"context"
	"encoding/base64"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"visavis/internal/demo/demotest"
	"visavis/internal/link"
	"visavis/internal/picture"
	"visavis/internal/store"
	pictures "visavis/internal/web/picture"
)

func TestAPictureIsServedSoThatItCanDoNothing(t *testing.T) {
	t.Parallel()
	demotest.Each(t, func(t *testing.T, database *store.Store) {
		library := picture.NewLibrary(database, demotest.Now)
		file := base64.StdEncoding.EncodeToString([]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h4"/></svg>`))
		kept, err := library.PictureAdd(t.Context(), picture.PictureAddInput{Content: file})
		if err != nil {
			t.Fatal(err)
		}
		mux := http.NewServeMux()
		mux.Handle(link.PicturePattern, pictures.NewHandler(pictures.Options{Pictures: library, Logger: slog.New(slog.DiscardHandler)}))
		get := func(path string) *httptest.ResponseRecorder {
			answer := httptest.NewRecorder()
			mux.ServeHTTP(answer, httptest.NewRequestWithContext(context.Background(), http.MethodGet, path, nil))
			return answer
		}
		shown := get(link.Picture(kept.ID))
		for name, want := range map[string]string{
			"Cache-Control":                "public, max-age=31536000, immutable",
			"Content-Security-Policy":      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
			"Content-Type":                 "image/svg+xml",
			"Cross-Origin-Resource-Policy": "cross-origin",
			"X-Content-Type-Options":       "nosniff",
		} {
			if got := shown.Header().Get(name); got != want {
				t.Errorf("%s is %q, want %q", name, got, want)
			}
		}
		if got, want := shown.Body.String(), `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h4"></path></svg>`; got != want {
			t.Errorf("it is %s", got)
		}
		for _, unknown := range []string{"pic_unknown", "brn_demo-mitte", "%00"} {
			if code := get(link.Picture(unknown)).Code; code != http.StatusNotFound {
				t.Errorf("%s is answered %d", unknown, code)
			}
		}
	})
}
