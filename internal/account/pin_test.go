package account_test

import (
	"strings"
	"testing"

	"visavis/internal/account"
)

func TestWhichPINsAreTaken(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		for _, taken := range []string{"2580", "0000001", "1112", "1122", "4711", "10293847", "1357", "5432109", "90123", "0124", "12345679"} {
			s.set(t, account.StaffAccessSetInput{StaffID: ben, PIN: &taken})
			must(s.signInByPIN(t, device, ben, taken))(t)
		}
		const invalid, simple = "PIN_INVALID pin 4 8", "PIN_TOO_SIMPLE pin"
		for refused, want := range map[string]string{
			"1": invalid, "12": invalid, "258": invalid, "258025802": invalid, strings.Repeat("2580", 1000): invalid,
			" 2580": invalid, "2580 ": invalid, "25 80": invalid, "2580\n": invalid, "2580\x00": invalid,
			"-258": invalid, "+258": invalid, "25.8": invalid, "2e80": invalid, "0x25": invalid, "abcd": invalid, "    ": invalid,
			"٢٥٨٠": invalid, "２５８０": invalid, "²⁵⁸⁰": invalid, "258\xff": invalid, "२५": invalid,
			"0000": simple, "1111": simple, "99999999": simple,
			"1234": simple, "0123": simple, "012345": simple, "23456789": simple, "12345678": simple, "7890": simple, "567890": simple,
			"4321": simple, "3210": simple, "9876": simple, "0987": simple, "87654321": simple, "098765": simple,
		} {
			s.refuses(t, refused, want, func() error {
				_, err := s.StaffAccessSet(byOwner(t), account.StaffAccessSetInput{StaffID: ben, PIN: &refused})
				return err
			})
		}
	})
}
