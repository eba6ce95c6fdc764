package frontend

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

func TestThePushWorkerIsAskedForAnewAndLoadsNothing(t *testing.T) {
	next := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("the page")) })
	get := func(files fstest.MapFS, address string) *httptest.ResponseRecorder {
		answer := httptest.NewRecorder()
		pushing(files, next).ServeHTTP(answer, httptest.NewRequest(http.MethodGet, address, nil))
		return answer
	}
	files := fstest.MapFS{"push.js": {Data: []byte("the worker")}, "index.html": {Data: []byte("another file")}}
	answer := get(files, "/admin/push.js")
	if answer.Code != http.StatusOK || answer.Body.String() != "the worker" {
		t.Errorf("the worker is answered %d %q", answer.Code, answer.Body)
	}
	for name, want := range map[string]string{
		"Cache-Control":           "no-cache",
		"Content-Security-Policy": "default-src 'none'; img-src 'self'",
		"Content-Type":            "text/javascript; charset=utf-8",
		"X-Content-Type-Options":  "nosniff",
	} {
		if got := answer.Header().Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	// Its scope is that of its folder, and no wider.
	if got := answer.Header().Get("Service-Worker-Allowed"); got != "" {
		t.Errorf("the worker may have the scope %q", got)
	}
	if answer := get(fstest.MapFS{}, "/admin/push.js"); answer.Code != http.StatusNotFound {
		t.Errorf("a worker that is not built is answered %d", answer.Code)
	}
	for _, address := range []string{"/admin/", "/admin/index.html", "/admin/push.js/more"} {
		if got := get(files, address).Body.String(); got != "the page" {
			t.Errorf("%s is answered %q", address, got)
		}
	}
}

func TestTheAdminMayRegisterItsOwnWorkerOnly(t *testing.T) {
	if policy := adminPolicy("n"); !strings.Contains(policy, "; worker-src 'self';") {
		t.Errorf("the policy is %q", policy)
	}
	for _, policy := range []string{bookPolicy("n"), managePolicy("n")} {
		if strings.Contains(policy, "worker-src") {
			t.Errorf("pages of customers have the policy %q", policy)
		}
	}
}
