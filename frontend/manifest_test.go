package frontend

import (
	"bytes"
	"encoding/json"
	"image/png"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
)

func TestTheAdminCanBeInstalledInTheReadersLanguage(t *testing.T) {
	handler, err := Admin()
	if err != nil {
		t.Fatal(err)
	}
	get := func(path, language string) *httptest.ResponseRecorder {
		request := httptest.NewRequest(http.MethodGet, path, nil)
		request.Header.Set("Accept-Language", language)
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, request)
		return answer
	}
	for language, name := range map[string]string{"de-AT,de;q=0.9": "Visavis: dein Salon", "en": "Visavis: your salon", "fr": "Visavis: your salon"} {
		answer := get("/admin/manifest.webmanifest", language)
		var m manifest
		if err := json.Unmarshal(answer.Body.Bytes(), &m); err != nil || answer.Header().Get("Content-Type") != "application/manifest+json" || m.Name != name {
			t.Errorf("in %s: %v %v %s", language, err, answer.Header(), answer.Body)
		}
		if !strings.HasPrefix(m.StartURL, m.Scope) {
			t.Errorf("%s is outside of %s", m.StartURL, m.Scope)
		}
		for _, icon := range m.Icons {
			drawn, err := png.Decode(bytes.NewReader(get(icon.Source, language).Body.Bytes()))
			if err != nil {
				t.Fatal(icon.Source, err)
			}
			size := drawn.Bounds().Size()
			if got := strconv.Itoa(size.X) + "x" + strconv.Itoa(size.Y); got != icon.Sizes {
				t.Errorf("%s has the size %s", icon.Source, got)
			}
			if _, _, _, alpha := drawn.At(0, 0).RGBA(); (alpha == 0) != (icon.Purpose == "any") {
				t.Errorf("the corner of %s, for %s, has the opacity %d", icon.Source, icon.Purpose, alpha)
			}
		}
	}
	for _, path := range []string{"/admin/icons/none.png", "/admin/icons/..%2findex.html"} {
		if answer := get(path, ""); answer.Code != http.StatusNotFound {
			t.Errorf("%s answers %d", path, answer.Code)
		}
	}
}
