package frontend

import (
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

func TestThePageOfAnAppointmentStandsInNoOtherPage(t *testing.T) {
	handler, err := newManage(fstest.MapFS{"dist/book/manage.html": {Data: []byte("page " + noncePlaceholder)}})
	if err != nil {
		t.Fatal(err)
	}
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, httptest.NewRequest("GET", "/manage/secret", nil))
	nonce := strings.TrimPrefix(answer.Body.String(), "page ")
	policy := answer.Header().Get("Content-Security-Policy")
	if !strings.Contains(policy, "'nonce-"+nonce+"'") || !strings.Contains(policy, "frame-ancestors 'none'") || strings.Contains(policy, "unsafe") {
		t.Errorf("the page %q has the policy %q", answer.Body, policy)
	}
	if got := answer.Header().Get("Referrer-Policy"); got != "no-referrer" {
		t.Errorf("Referrer-Policy is %q", got)
	}
}

func TestThePageOfAnAppointmentWithoutBuild(t *testing.T) {
	handler, err := newManage(fstest.MapFS{"dist/.gitkeep": {}})
	if err != nil {
		t.Fatal(err)
	}
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, httptest.NewRequest("GET", "/manage/secret", nil))
	if answer.Code != 503 || !strings.Contains(answer.Body.String(), "make build") {
		t.Errorf("%d %s", answer.Code, answer.Body)
	}
}
