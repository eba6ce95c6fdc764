package account_test

import (
	"strings"
	"testing"

	"visavis/internal/account"
)

func TestABrowserIsKnownForTheAccountsThatSignedIn(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		known := func(cookie, email string) string {
			return must(s.KnownBrowser(account.WithBrowser(t.Context(), cookie), email))(t)
		}
		ofAnna := must(s.RememberBrowser(t.Context(), anna))(t)
		id, signature, _ := strings.Cut(ofAnna, ".")
		same(t, "to Anna", known(ofAnna, " Anna@Salon.example"), id)
		same(t, "to Ben", known(ofAnna, "ben@salon.example"), "")
		both := must(s.RememberBrowser(account.WithBrowser(t.Context(), ofAnna), ben))(t)
		same(t, "once Ben has signed in, to Anna", known(both, "anna@salon.example"), id)
		same(t, "and to Ben", known(both, "ben@salon.example"), id)
		again := must(s.RememberBrowser(account.WithBrowser(t.Context(), both), anna))(t)
		same(t, "it keeps one signature of each", strings.Count(again, "."), 2)
		same(t, "another browser", known(must(s.RememberBrowser(t.Context(), anna))(t), "anna@salon.example") != id, true)
		for name, cookie := range map[string]string{
			"nothing": "", "an ID": id, "another ID": strings.Repeat("A", len(id)) + "." + signature,
			"another signature": id + "." + strings.Repeat("0", len(signature)), "many": strings.Repeat(".", 5000),
		} {
			same(t, name, known(cookie, "anna@salon.example"), "")
		}
		same(t, "of a profile without an address", must(s.RememberBrowser(t.Context(), "stf_nobody"))(t), "")
	})
}
