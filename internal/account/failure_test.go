package account_test

import (
	"strings"
	"testing"

	"visavis/internal/account"
)

func TestFailedAttemptsAreInTheTrail(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		session := s.signIn(t, ben)
		s.trail(t)
		for _, test := range []struct {
			what string
			do   func() error
			want string
		}{
			{"a wrong password", func() error { _, err := s.signInBy(t, emailOf(ben), "wrong"); return err }, "CLIENT - signInFailed stf_demo-ben - > {}"},
			{"an unknown address", func() error { _, err := s.signInBy(t, "nobody@salon.example", "wrong"); return err }, "CLIENT - signInFailed - - > {}"},
			{"a wrong PIN", func() error { _, err := s.signInByPIN(t, device, ben, "0000"); return err }, "CLIENT - signInByPinFailed stf_demo-ben - > {device_id}"},
			{"an unknown profile", func() error { _, err := s.signInByPIN(t, device, "stf_nobody", "0000"); return err }, "CLIENT - signInByPinFailed - - > {device_id}"},
			{"a wrong password of a session", func() error {
				_, err := s.SessionConfirm(s.as(t, session), account.SessionConfirmInput{Password: new("wrong")})
				return err
			}, "STAFF stf_demo-ben sessionConfirmFailed stf_demo-ben - > {}"},
			{"a rate limit", func() error {
				check(t, s.RateLimited(t.Context(), "signIn", emailOf(ben), ""))
				return s.RateLimited(t.Context(), "signIn", "nobody@salon.example", "")
			}, `CLIENT - rateLimited - - > {"mutation":"signIn"}; CLIENT - rateLimited stf_demo-ben - > {"mutation":"signIn"}`},
		} {
			_ = test.do()
			same(t, test.what, withoutDevice(s.trail(t)), test.want)
		}
		for range 4 {
			_, _ = s.signInByPIN(t, device, ben, "0000")
		}
		s.trail(t)
		_, err := s.signInByPIN(t, device, ben, pin)
		same(t, "a locked PIN", codes(err), "TOO_MANY_TRIES pin 1")
		same(t, "a locked PIN in the trail", withoutDevice(s.trail(t)), "CLIENT - signInByPinLocked stf_demo-ben - > {device_id}")
	})
}

// withoutDevice replaces the ID of the till.
func withoutDevice(trail []string) string {
	text := strings.Join(trail, "; ")
	if i := strings.Index(text, `{"device_id":`); i >= 0 {
		text = text[:i] + "{device_id}"
	}
	return text
}
