package account_test

import (
	"strings"
	"testing"

	"visavis/internal/account"
)

func TestWhichPasswordsAreTaken(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, test := range []struct{ password, want string }{
			{"12 Monde", ""},
			{"drei Wörter zusammen", ""},
			{strings.Repeat("ab", 32), ""},       // 64 characters
			{strings.Repeat("ab", 64), ""},       // 128
			{strings.Repeat("äö", 64), ""},       // 128, twice as many bytes
			{strings.Repeat("a\u0308b", 64), ""}, // 128, each other one typed as two
			{"        x", ""},
			{"\t tabs and\nlines ", ""},
			{"👩🏽‍🎨👩🏽‍🎨", ""},
			{"anna@salon.example", ""}, // is not Ben's
			{strings.Repeat("ab", 64) + "c", "TOO_LONG password 128"},
			{strings.Repeat("passphrase", 10_000), "TOO_LONG password 128"},
			{"7 Monde", "PASSWORD_TOO_SHORT password 8"},
			{"Größere", "PASSWORD_TOO_SHORT password 8"},
			{"a\u0308o\u0308u\u0308a\u0308o\u0308u\u0308a\u0308", "PASSWORD_TOO_SHORT password 8"}, // seven, typed as fourteen
			{"password", "PASSWORD_COMMON password"},
			{"PASSWORD", "PASSWORD_COMMON password"},
			{"PassWord", "PASSWORD_COMMON password"},
			{"12345678", "PASSWORD_COMMON password"},
			{"qwertyuiop", "PASSWORD_COMMON password"},
			{"Qwertyuiop", "PASSWORD_COMMON password"},
			{"xxxxxxxxxxxxxxxxx", "PASSWORD_COMMON password"},
			{"xxxxXXXXxxxx", "PASSWORD_COMMON password"},
			{"ééééééééé", "PASSWORD_COMMON password"},
			{"          ", "PASSWORD_COMMON password"},
			{"ben@salon.example", "PASSWORD_COMMON password"},
			{"BEN@salon.example", "PASSWORD_COMMON password"},
		} {
			if test.want != "" {
				s.refuses(t, test.password, test.want, func() error {
					_, err := s.StaffAccessSet(byOwner(t), account.StaffAccessSetInput{StaffID: ben, Password: &test.password})
					return err
				})
				continue
			}
			s.set(t, account.StaffAccessSetInput{StaffID: ben, Password: &test.password})
			must(s.signInBy(t, "ben@salon.example", test.password))(t)
		}
	})
}

func TestOnesAddressIsNoPasswordWhereverItIsChosen(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		asBen, link, first := s.as(t, s.signIn(t, ben)), s.link(t, ben), s.link(t, ella)
		for what, test := range map[string]struct {
			want   string
			choose func() error
		}{
			"with the address": {"PASSWORD_COMMON password", func() error {
				_, err := s.StaffAccessSet(byOwner(t), account.StaffAccessSetInput{StaffID: ben, Email: new("b@salon.example"), Password: new("B@salon.example")})
				return err
			}},
			"without the address": {"PASSWORD_COMMON password", func() error {
				_, err := s.StaffAccessSet(byOwner(t), account.StaffAccessSetInput{StaffID: ben, Password: new("ben@salon.example")})
				return err
			}},
			"for the first time": {"PASSWORD_COMMON password", func() error {
				_, err := s.StaffAccessSet(byOwner(t), account.StaffAccessSetInput{StaffID: ella, Password: new("ella@salon.example")})
				return err
			}},
			"for oneself": {"PASSWORD_COMMON newPassword", func() error {
				return s.PasswordChange(asBen, account.PasswordChangeInput{CurrentPassword: password, NewPassword: "ben@salon.example"})
			}},
			"at a link": {"PASSWORD_COMMON password", func() error {
				_, err := s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: link, Password: new("ben@salon.example")})
				return err
			}},
			"at one's first link": {"PASSWORD_COMMON password", func() error {
				_, err := s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: first, Password: new("ella@salon.example")})
				return err
			}},
		} {
			s.refuses(t, "a password "+what, test.want, test.choose)
		}
	})
}
