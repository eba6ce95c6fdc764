package account_test

import (
	"strings"
	"testing"

	"visavis/internal/account"
	"visavis/internal/actor"
)

func TestValidPINs(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		for _, taken := range []string{"2583", "0000001", "4116", "7391", "9124", "5432106", "90125", "8124", "480271", "48027193"} {
			s.set(t, account.StaffAccessSetInput{StaffID: ben, PIN: &taken})
			must(s.signInByPIN(t, device, ben, taken))(t)
		}
		const invalid, short, simple = "PIN_INVALID pin 4 8", "PIN_INVALID pin 6 8", "PIN_TOO_SIMPLE pin"
		for refused, want := range map[string]string{
			"1": invalid, "12": invalid, "258": invalid, "258025802": invalid, strings.Repeat("2580", 1000): invalid,
			" 2580": simple, "2580 ": simple, "25 80": invalid, "2580\n": simple, "2580\x00": simple, "\u200b2580": simple, "\u200b": invalid,
			"-258": invalid, "+258": invalid, "25.8": invalid, "2e80": invalid, "0x25": invalid, "abcd": invalid, "    ": invalid,
			"٢٥٨٠": invalid, "２５８０": invalid, "²⁵⁸⁰": invalid, "258\xff": invalid, "२५": invalid,
			"0000": simple, "1111": simple, "99999999": simple, "1212": simple, "121212": simple, "123123": simple, "12341234": simple,
			"1234": simple, "0123": simple, "012345": simple, "23456789": simple, "12345678": simple, "7890": simple, "567890": simple,
			"4321": simple, "3210": simple, "9876": simple, "0987": simple, "87654321": simple, "098765": simple, "246802": simple, "135791": simple,
			"2580": simple, "1379": simple, "159753": simple, "112233": simple, "25802580": simple,
			// Christmas Eve, in some ways to write it, and other dates
			"2412": simple, "1224": simple, "241290": simple, "122490": simple, "901224": simple, "24121990": simple, "12241990": simple, "19901224": simple,
			"199012": simple, "121990": simple, "1990": simple, "2026": simple,
		} {
			s.refuses(t, refused, want, func() error {
				_, err := s.StaffAccessSet(byOwner(t), account.StaffAccessSetInput{StaffID: ben, PIN: &refused})
				return err
			})
		}
		for _, refused := range []string{"2583", "90125"} {
			s.refuses(t, refused+" of a manager", short, func() error {
				_, err := s.StaffAccessSet(byOwner(t), account.StaffAccessSetInput{StaffID: clara, PIN: &refused})
				return err
			})
		}
	})
}

// A PIN from before there were rules for the role, or from before a promotion.
func TestAWeakPINSignsInAsMember(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		const weak, strong = "2583", "480271"
		s.set(t, account.StaffAccessSetInput{StaffID: ben, PIN: new(weak)})
		signedIn := must(s.signInByPIN(t, device, ben, weak))(t)
		same(t, "a new PIN for a member", signedIn.NewPINRequired, false)

		s.setRole(t, ben, "MANAGER")
		same(t, "the role of the session from before", s.actorOf(t, signedIn.Secret).Role, actor.Member)
		signedIn = must(s.signInByPIN(t, device, ben, weak))(t)
		same(t, "a new PIN for a manager", signedIn.NewPINRequired, true)
		same(t, "the role of the session", signedIn.Role, actor.Member)
		who := s.actorOf(t, signedIn.Secret)
		same(t, "the role of the caller", who.Role, actor.Member)
		same(t, "what the caller is told", who.NewPINRequired, true)

		s.set(t, account.StaffAccessSetInput{StaffID: ben, PIN: new(strong)})
		signedIn = must(s.signInByPIN(t, device, ben, strong))(t)
		same(t, "the role with a new PIN", signedIn.Role, actor.Manager)
		same(t, "a new PIN again", signedIn.NewPINRequired, false)
	})
}
