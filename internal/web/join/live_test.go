package join_test

import (
	"html/template"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"visavis/ent/branch"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/web/join"
)

func TestScriptsMakeThePageOfAnAppointmentLive(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		a := s.book(t, "2026-11-24 11:00", lena(branch.LocaleDE))
		handler := http.NewServeMux()
		handler.Handle(link.JoinPattern, join.NewHandler(join.Options{
			Database: s.store, Clock: s.clock, Logger: slog.New(slog.DiscardHandler),
			Scripts: func(l locale.Locale, nonce string) template.HTML {
				return template.HTML(`<script nonce="` + nonce + `" lang="` + l.Tag().String() + `"></script>`)
			},
		}))
		get := func(token string) *httptest.ResponseRecorder {
			answer := httptest.NewRecorder()
			handler.ServeHTTP(answer, httptest.NewRequestWithContext(byOwner(t), http.MethodGet, link.Join(token), nil))
			return answer
		}
		live := get(*a.JoinToken)
		nonce, _, _ := strings.Cut(cutBefore(live.Body.String(), `<script nonce="`), `"`)
		if !strings.Contains(live.Header().Get("Content-Security-Policy"), "script-src 'nonce-"+nonce+"'") || nonce == "" {
			t.Errorf("the policy %q does not allow the script", live.Header().Get("Content-Security-Policy"))
		}
		for _, part := range []string{`lang="de"></script></head>`, "<h1>Dein Video-Termin</h1>", `>reloading=setTimeout(function(){location.reload()}, 3600 *1000)</script>`, `<noscript><meta http-equiv="refresh" content="3600"></noscript>`} {
			if !strings.Contains(live.Body.String(), part) {
				t.Errorf("the page has no %s", part)
			}
		}
		if got := live.Header().Get("Refresh"); got != "" {
			t.Errorf("a reload after %s seconds would end a call", got)
		}
		if got := live.Header().Get("Permissions-Policy"); !strings.Contains(got, "camera=(self)") {
			t.Errorf("Permissions-Policy is %q", got)
		}
		if other := get(*a.JoinToken); strings.Contains(other.Body.String(), nonce) {
			t.Error("two pages have the same nonce")
		}
		unknown := get("UNKNOWN")
		if strings.Contains(unknown.Body.String(), "<script") || !strings.Contains(unknown.Header().Get("Permissions-Policy"), "camera=()") {
			t.Errorf("behind an unknown token there is a live page, %v", unknown.Header())
		}
	})
}
