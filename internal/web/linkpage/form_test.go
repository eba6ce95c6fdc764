package linkpage_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"visavis/internal/web/linkpage"
)

func TestFormsOfOtherSitesAreDenied(t *testing.T) {
	layout := linkpage.NewForm("<style>{{style}}</style>", "")
	say := func(status int) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }
	}
	guarded := layout.GuardForm(say(http.StatusOK), say(http.StatusForbidden))
	for _, test := range []struct {
		method, site string
		want         int
	}{
		{http.MethodGet, "cross-site", http.StatusOK},
		{http.MethodHead, "cross-site", http.StatusOK},
		{http.MethodPost, "same-origin", http.StatusOK},
		{http.MethodPost, "cross-site", http.StatusForbidden},
		{http.MethodPut, "same-origin", http.StatusMethodNotAllowed},
	} {
		request := httptest.NewRequestWithContext(t.Context(), test.method, "/confirm/SECRET", nil)
		request.Header.Set("Sec-Fetch-Site", test.site)
		answer := httptest.NewRecorder()
		guarded.ServeHTTP(answer, request)
		if answer.Code != test.want || answer.Header().Get("Cache-Control") != "no-store" || answer.Header().Get("Content-Security-Policy") != layout.Policy {
			t.Errorf("%s from %s: %d %v", test.method, test.site, answer.Code, answer.Header())
		}
	}
}
