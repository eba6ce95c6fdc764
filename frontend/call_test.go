package frontend

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

func TestOnlyThePageOfACallOpensDevices(t *testing.T) {
	handler, err := newAdmin(fstest.MapFS{"dist/admin/index.html": {Data: []byte("page " + noncePlaceholder)}, "dist/admin/assets/app.js": {}})
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		path       string
		opens      bool
		showsMedia bool
	}{
		{"/admin/gespraech/apt_1", true, true},
		{"/admin/gespraech/apt_1/more", false, false},
		{"/admin/gespraech", false, false},
		{"/admin", false, false},
		{"/admin/kalender", false, false},
	}
	for _, test := range tests {
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), http.MethodGet, test.path, nil))
		devices, policy := answer.Header().Get("Permissions-Policy"), answer.Header().Get("Content-Security-Policy")
		opens := strings.Contains(devices, "camera=(self)") && strings.Contains(devices, "microphone=(self)") && strings.Contains(devices, "display-capture=(self)")
		closed := strings.Contains(devices, "camera=()") && strings.Contains(devices, "microphone=()") && strings.Contains(devices, "display-capture=()")
		if answer.Code != 200 || opens != test.opens || closed == test.opens {
			t.Errorf("%s: %d with the Permissions-Policy %q", test.path, answer.Code, devices)
		}
		if strings.Contains(policy, "media-src blob:") != test.showsMedia || strings.Contains(policy, "img-src 'self' data: blob:;") != test.showsMedia {
			t.Errorf("%s has the Content-Security-Policy %q", test.path, policy)
		}
		nonce := strings.TrimPrefix(answer.Body.String(), "page ")
		if !strings.Contains(policy, "'nonce-"+nonce+"'") || answer.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: the page %q has the policy %q", test.path, answer.Body, policy)
		}
	}
}

func TestThePageOfACallWithoutBuild(t *testing.T) {
	handler, err := newAdmin(fstest.MapFS{"dist/.gitkeep": {}})
	if err != nil {
		t.Fatal(err)
	}
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/admin/gespraech/apt_1", nil))
	if answer.Code != 503 || !strings.Contains(answer.Body.String(), "make build") {
		t.Errorf("%d %s", answer.Code, answer.Body)
	}
}
