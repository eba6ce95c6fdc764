package picture_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"image"
	"image/jpeg"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"visavis/ent"
	"visavis/internal/demo/demotest"
	"visavis/internal/link"
	"visavis/internal/picture"
	"visavis/internal/store"
	pictures "visavis/internal/web/picture"
)

// photoIn adds a photo of 300 × 200 pixels.
func photoIn(t *testing.T, library *picture.Library) *ent.Picture {
	t.Helper()
	var file bytes.Buffer
	if err := jpeg.Encode(&file, image.NewNRGBA(image.Rect(0, 0, 300, 200)), nil); err != nil {
		t.Fatal(err)
	}
	kept, err := library.PictureAdd(t.Context(), picture.PictureAddInput{Content: base64.StdEncoding.EncodeToString(file.Bytes())})
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

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
		options := pictures.Options{Pictures: library, Logger: slog.New(slog.DiscardHandler)}
		mux.Handle(link.PicturePattern, pictures.NewHandler(options))
		mux.Handle(link.SmallPicturePattern, pictures.NewSmallHandler(options))
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
		if small := get(link.SmallPicture(kept.ID)); small.Body.String() != shown.Body.String() {
			t.Errorf("a small copy of an SVG is %s", small.Body)
		}
		photo := photoIn(t, library)
		for range 2 { // it is remembered
			small := get(link.SmallPicture(photo.ID))
			described, _, err := image.DecodeConfig(small.Body)
			if err != nil || described.Width != 112 || described.Height != 112 || small.Header().Get("Cache-Control") != shown.Header().Get("Cache-Control") {
				t.Errorf("a small copy of a photo is %v, %v: %v", described, err, small.Header())
			}
		}
		if code := get(link.SmallPicture("pic_unknown")).Code; code != http.StatusNotFound {
			t.Errorf("a small copy of an unknown picture is answered %d", code)
		}
		for _, unknown := range []string{"pic_unknown", "brn_demo-mitte", "%00"} {
			if code := get(link.Picture(unknown)).Code; code != http.StatusNotFound {
				t.Errorf("%s is answered %d", unknown, code)
			}
		}
	})
}
