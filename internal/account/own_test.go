package account_test

import (
	"testing"

	"visavis/internal/account"
)

func TestWhoeverKnowsTheirPasswordChangesIt(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		asBen := s.as(t, s.signIn(t, ben))
		check(t, s.PasswordChange(asBen, account.PasswordChangeInput{CurrentPassword: password, NewPassword: "another passphrase"}))
		_, err := s.signInBy(t, emailOf(ben), password)
		same(t, "the one before", codes(err), "SIGN_IN_FAILED email")
		must(s.signInBy(t, emailOf(ben), "another passphrase"))(t)

		device := s.till(t, mitte)
		check(t, s.PINChange(asBen, account.PINChangeInput{CurrentPassword: "another passphrase", NewPIN: "1693"}))
		_, err = s.signInByPIN(t, device, ben, pin)
		same(t, "the PIN before", codes(err), "SIGN_IN_FAILED pin")
		must(s.signInByPIN(t, device, ben, "1693"))(t)
		s.signIn(t, clara) // has still the same
	})
}

func TestWhatChangesNothingOfOnesOwn(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		asBen := s.as(t, s.signIn(t, ben))
		for what, test := range map[string]struct{ current, next, want string }{
			"a wrong password":       {"correct horse batterx", "another passphrase", "PASSWORD_WRONG currentPassword"},
			"no password":            {"", "another passphrase", "PASSWORD_WRONG currentPassword"},
			"the PIN for a password": {pin, "another passphrase", "PASSWORD_WRONG currentPassword"},
			"one that is no text":    {"\xff\x00", "another passphrase", "PASSWORD_WRONG currentPassword"},
			"a short new one":        {password, "7 Monde", "PASSWORD_TOO_SHORT newPassword 8"},
			"an empty new one":       {password, "", "PASSWORD_TOO_SHORT newPassword 8"},
			"a common new one":       {password, "Sunshine1", "PASSWORD_COMMON newPassword"},
		} {
			s.refuses(t, what, test.want, func() error {
				return s.PasswordChange(asBen, account.PasswordChangeInput{CurrentPassword: test.current, NewPassword: test.next})
			})
		}
		for what, test := range map[string]struct{ current, next, want string }{
			"a wrong password for a PIN": {"correct horse batterx", "1693", "PASSWORD_WRONG currentPassword"},
			"the PIN for the password":   {pin, "1693", "PASSWORD_WRONG currentPassword"},
			"a simple PIN":               {password, "1234", "PIN_TOO_SIMPLE newPin"},
			"an empty PIN":               {password, "", "PIN_INVALID newPin 4 8"},
		} {
			s.refuses(t, what, test.want, func() error {
				return s.PINChange(asBen, account.PINChangeInput{CurrentPassword: test.current, NewPIN: test.next})
			})
		}
		s.refuses(t, "anyone", "NOT_FOUND currentPassword", func() error {
			return s.PasswordChange(t.Context(), account.PasswordChangeInput{CurrentPassword: password, NewPassword: "another passphrase"})
		})
		s.refuses(t, "anyone's PIN", "NOT_FOUND currentPassword", func() error {
			return s.PINChange(t.Context(), account.PINChangeInput{CurrentPassword: password, NewPIN: "1693"})
		})
	})
}

// A change fails if the password was set or the actor signed out while it was under way.
func TestAChangeOfOnesOwnThatComesTooLate(t *testing.T) {
	for what, meanwhile := range map[string]func(t *testing.T, s *testSalon){
		"signed out": func(t *testing.T, s *testSalon) {
			s.set(t, account.StaffAccessSetInput{StaffID: ben, PIN: new("1693")})
		},
		"the access removed": func(t *testing.T, s *testSalon) {
			must(s.StaffAccessRemove(byOwner(t), account.StaffAccessRemoveInput{StaffID: ben}))(t)
			must(s.StaffAccessSend(byOwner(t), account.StaffAccessSendInput{StaffID: ben}))(t)
		},
	} {
		t.Run(what, func(t *testing.T) {
			each(t, func(t *testing.T, s *testSalon) {
				asBen := s.as(t, s.signIn(t, ben))
				meanwhile(t, s)
				s.refuses(t, what, "PASSWORD_WRONG currentPassword", func() error {
					return s.PasswordChange(asBen, account.PasswordChangeInput{CurrentPassword: password, NewPassword: "another passphrase"})
				})
			})
		})
	}
}
