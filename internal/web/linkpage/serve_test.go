package linkpage_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"visavis/internal/web/linkpage"
)

func TestAPageUsesNoDevices(t *testing.T) {
	layout := linkpage.New("<style>{{style}}</style>", "", "'none'")
	answer := httptest.NewRecorder()
	if err := layout.Serve(answer, http.StatusOK, nil, linkpage.Brand{}); err != nil {
		t.Fatal(err)
	}
	if got := answer.Header().Get("Permissions-Policy"); got != "camera=(), display-capture=(), microphone=()" {
		t.Errorf("Permissions-Policy is %q", got)
	}
	if got := answer.Header().Get("Content-Security-Policy"); got != layout.Policy {
		t.Errorf("the policy is %q", got)
	}
}

func TestALivePageRunsItsScriptsAndUsesDevices(t *testing.T) {
	layout := linkpage.New("<style>{{style}}</style>", "", "'self'")
	answer := httptest.NewRecorder()
	if err := layout.ServeLive(answer, http.StatusGone, nil, linkpage.Brand{Style: ":root{}"}, "NONCE"); err != nil {
		t.Fatal(err)
	}
	if got := answer.Header().Get("Permissions-Policy"); got != "camera=(self), display-capture=(self), microphone=(self)" || answer.Code != http.StatusGone {
		t.Errorf("%d, Permissions-Policy is %q", answer.Code, got)
	}
	policy := answer.Header().Get("Content-Security-Policy")
	for _, part := range []string{
		"default-src 'none'; script-src 'nonce-NONCE'; style-src 'nonce-NONCE' 'sha256-", "; connect-src 'self'; media-src blob:; img-src blob: 'self' data:;",
		"form-action 'self'", "frame-ancestors 'none'",
	} {
		if !strings.Contains(policy, part) {
			t.Errorf("the policy %q has no %q", policy, part)
		}
	}
	if strings.Contains(policy, "unsafe") {
		t.Errorf("the policy is %q", policy)
	}
}
