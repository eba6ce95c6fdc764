package fault

import (
	"regexp"
	"strings"
	"time"

	"visavis/test/harness"
)

// expectUnharmed expects that customers and staff are served, that neither strangers nor the log know a secret, and that the
// database is sound.
func (s *attackedSalon) expectUnharmed() {
	s.t.Helper()
	booking := s.mustBook(ben, "Ottilie Ordentlich", "ottilie@privat.example")
	s.cancel(s.stranger(), booking)
	if me := object(s.as("anna").Query(`{ me { role } }`, nil), "me"); me["role"] != "OWNER" {
		s.t.Errorf("the owner is taken for %v", me)
	}
	s.pass(time.Hour) // what waits for a button waits no longer
	fresh := s.stranger()
	if _, a := mutate(fresh, "signIn", "session { role }", harness.Variables{"email": "anna@salon.example", "password": harness.DemoPassword}); len(codesOf(a)) > 0 {
		s.t.Errorf("in a new browser, the owner is answered %v %v", a.Data, a.Errors)
	}
	s.server.End(s.t)
	received := s.received.String()
	for _, log := range s.logs {
		text := log.String()
		for _, secret := range s.secrets {
			if strings.Contains(text, secret) {
				s.t.Errorf("the log tells %q", secret)
			}
		}
		for _, pattern := range []string{`privat\.example`, `fremd\.example`, `@`, `Kanarienvogel`, `HOSTKEY`, `Mallory`, `"level":"ERROR"`, `panic`, `[^0-9:.]` + demoPIN + `[^0-9]`} {
			if found := regexp.MustCompile(`.*` + pattern + `.*`).FindString(text); found != "" {
				s.t.Errorf("the log says %s", found)
			}
		}
	}
	for _, secret := range append(s.secrets, "Kanarienvogel", "privat.example") {
		if strings.Contains(received, secret) {
			s.t.Errorf("a stranger has received %q", secret)
		}
	}
	harness.ExpectSound(s.t, s.databaseURL, s.booked)
}
