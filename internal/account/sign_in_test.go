package account_test

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"visavis/internal/account"
	"visavis/internal/actor"
)

func TestWhoeverKnowsAddressAndPasswordIsLetIn(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, email := range []string{"ben@salon.example", "Ben@Salon.Example", "BEN@SALON.EXAMPLE", "  ben@salon.example\t\n"} {
			begun := must(s.signInBy(t, email, password))(t)
			same(t, "who signs in as "+email, begun.Staff.ID, ben)
			who := s.actorOf(t, begun.Secret)
			same(t, "the role", who.Role, actor.Member)
			same(t, "the profile", who.StaffID, ben)
			same(t, "the person", who.PersonID, "prs_demo-ben")
			same(t, "signed in by PIN", who.ByPIN, false)
		}
	})
}

func TestEveryFailureToSignInLooksTheSame(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.archive(t, clara)
		s.set(t, account.StaffAccessSetInput{StaffID: ella, PIN: new(pin)}) // without a password
		for what, given := range map[string]struct{ email, password string }{
			"a wrong password":          {"ben@salon.example", "correct horse batterx"},
			"capitals in the password":  {"ben@salon.example", strings.ToUpper(password)},
			"a blank after it":          {"ben@salon.example", password + " "},
			"an empty password":         {"ben@salon.example", ""},
			"another's address":         {"anna@salon.example", "ben has another one"},
			"an unknown address":        {"nobody@salon.example", password},
			"an empty address":          {"", password},
			"nothing at all":            {"", ""},
			"an archived profile":       {"clara@salon.example", password},
			"an account without":        {"ella@salon.example", ""},
			"an account with a PIN":     {"ella@salon.example", pin},
			"a profile without access":  {"david@salon.example", password},
			"the decoy's own":           {"nobody@salon.example", "nobody has this password"},
			"a NUL in the address":      {"ben@salon.example\x00", password},
			"invalid UTF-8 in it":       {"ben\xff@salon.example", password},
			"a NUL in the password":     {"ben@salon.example", password + "\x00"},
			"invalid UTF-8 in that":     {"ben@salon.example", password + "\xff"},
			"a very long password":      {"ben@salon.example", strings.Repeat(password, 5000)},
			"a wild card":               {"%", password},
			"a quotation mark":          {"' OR ''='", password},
			"the profile's ID":          {ben, password},
			"the hash that is kept":     {"ben@salon.example", s.account(t, ben).PasswordHash},
			"more than one address":     {"ben@salon.example, anna@salon.example", password},
			"a name before the address": {"Ben <ben@salon.example>", password},
		} {
			s.refuses(t, what, "SIGN_IN_FAILED email", func() error {
				_, err := s.signInBy(t, given.email, given.password)
				return err
			})
		}
	})
}

func TestAnUnknownAddressIsHashedAsWell(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.archive(t, clara)
		hashings := s.Attend()
		for _, email := range []string{"ben@salon.example", "nobody@salon.example", "clara@salon.example", "no\x00body", ""} {
			result := s.startSignIn(t, email, "a wrong password")
			select {
			case <-hashings:
				hashings <- struct{}{}
				same(t, "signing in as "+email, codes(<-result), "SIGN_IN_FAILED email")
			case err := <-result:
				t.Errorf("%q is refused before anything was hashed: %v", email, err)
			}
		}
	})
}

func TestWhoeverLosesAccessWhileSigningInStaysOutside(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		hashings := s.Attend()
		for _, test := range []struct {
			what    string
			staffID string
			lose    func()
		}{
			{"is archived", clara, func() { s.archive(t, clara) }},
			{"has access no more", ben, func() {
				must(s.StaffAccessRemove(byOwner(t), account.StaffAccessRemoveInput{StaffID: ben}))(t)
			}},
		} {
			result := s.startSignIn(t, emailOf(test.staffID), password)
			<-hashings
			test.lose()
			hashings <- struct{}{}
			same(t, "signing in as somebody who "+test.what, codes(<-result), "SIGN_IN_FAILED email")
		}
	})
}

// startSignIn signs in beside the test.
func (s *testSalon) startSignIn(t *testing.T, email, password string) (result <-chan error) {
	t.Helper()
	failed := make(chan error, 1)
	go func() {
		_, err := s.signInBy(t, email, password)
		failed <- err
	}()
	return failed
}

func TestAPasswordIsTheSameHoweverItsAccentsAreTyped(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		composed, decomposed := norm.NFC.String("Grüße aus Köln, Amélie"), norm.NFD.String("Grüße aus Köln, Amélie")
		if composed == decomposed {
			t.Fatal("both are written the same")
		}
		for _, chosen := range []string{composed, decomposed} {
			s.set(t, account.StaffAccessSetInput{StaffID: ben, Password: &chosen})
			for _, typed := range []string{composed, decomposed} {
				must(s.signInBy(t, "ben@salon.example", typed))(t)
			}
		}
	})
}

func TestPasswordsAndPINsAreKeptAsSaltedHashes(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, hash := range []string{s.account(t, ben).PasswordHash, s.account(t, ben).PinHash} {
			if !strings.HasPrefix(hash, "$argon2id$") {
				t.Errorf("kept is %q", hash)
			}
		}
		if s.account(t, ben).PasswordHash == s.account(t, clara).PasswordHash {
			t.Error("the same password has the same hash")
		}
	})
}
