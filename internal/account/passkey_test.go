package account_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/descope/virtualwebauthn"

	"visavis/internal/account"
)

// A browser holds passkeys for pages of an origin.
type browser struct {
	page    virtualwebauthn.RelyingParty
	device  virtualwebauthn.Authenticator
	passkey virtualwebauthn.Credential
}

func newBrowser(origin string) *browser {
	return &browser{
		page:    virtualwebauthn.RelyingParty{ID: "localhost", Name: "visavis", Origin: origin},
		device:  virtualwebauthn.NewAuthenticator(),
		passkey: newPasskey(),
	}
}

// keySize is the number of bytes of a key whose coordinates have no leading zeros. The virtual browser drops them, unlike real
// ones, and the server refuses such a key.
const keySize = 77

func newPasskey() virtualwebauthn.Credential {
	for {
		if passkey := virtualwebauthn.NewCredential(virtualwebauthn.KeyTypeEC2); len(passkey.Key.AttestationData()) == keySize {
			return passkey
		}
	}
}

const ownOrigin = "http://localhost"

// create answers options to create a passkey.
func (b *browser) create(t *testing.T, options string) string {
	t.Helper()
	parsed, err := virtualwebauthn.ParseAttestationOptions(options)
	check(t, err)
	b.device.Options.UserHandle = []byte(parsed.UserID)
	answer := virtualwebauthn.CreateAttestationResponse(b.page, b.device, b.passkey, *parsed)
	b.device.AddCredential(b.passkey)
	return answer
}

// sign answers options to sign in.
func (b *browser) sign(t *testing.T, options string) string {
	t.Helper()
	parsed, err := virtualwebauthn.ParseAssertionOptions(options)
	check(t, err)
	return virtualwebauthn.CreateAssertionResponse(b.page, b.device, b.passkey, *parsed)
}

// passkeyOf gives a profile a passkey, and returns the browser that holds it and the recovery codes.
func (s *testSalon) passkeyOf(t *testing.T, staffID string) (b *browser, recovery []string) {
	t.Helper()
	as := s.as(t, s.signIn(t, staffID))
	b = newBrowser(ownOrigin)
	credential := b.create(t, must(s.PasskeyCreateBegin(as))(t))
	_, recovery, err := s.PasskeyCreate(as, account.PasskeyCreateInput{Credential: credential, Name: "Telefon"})
	check(t, err)
	return b, recovery
}

func TestAPasskeySignsInInsteadOfThePassword(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		b, recovery := s.passkeyOf(t, ben)
		same(t, "recovery codes", len(recovery), 10)
		answer := b.sign(t, must(s.SignInByPasskeyBegin(t.Context()))(t))
		signedIn := must(s.SignInByPasskey(t.Context(), account.SignInByPasskeyInput{Credential: answer}))(t)
		who := s.actorOf(t, signedIn.Secret)
		same(t, "who", who.StaffID, ben)
		same(t, "fresh", who.Fresh, true)
		_, err := s.SignInByPasskey(t.Context(), account.SignInByPasskeyInput{Credential: answer})
		same(t, "the same answer again", codes(err), "SIGN_IN_FAILED credential")

		late := b.sign(t, must(s.SignInByPasskeyBegin(t.Context()))(t))
		s.advance(5 * time.Minute)
		_, err = s.SignInByPasskey(t.Context(), account.SignInByPasskeyInput{Credential: late})
		same(t, "after five minutes", codes(err), "SIGN_IN_FAILED credential")

		b.page.Origin = "http://evil.example"
		_, err = s.SignInByPasskey(t.Context(), account.SignInByPasskeyInput{Credential: b.sign(t, must(s.SignInByPasskeyBegin(t.Context()))(t))})
		same(t, "on a page of another origin", codes(err), "SIGN_IN_FAILED credential")
		_, err = s.SignInByPasskey(t.Context(), account.SignInByPasskeyInput{Credential: "{"})
		same(t, "no credential", codes(err), "SIGN_IN_FAILED credential")
	})
}

func TestAPasskeyAfterThePassword(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		b, recovery := s.passkeyOf(t, clara)
		asClara := s.as(t, s.signIn(t, clara))
		s.trail(t)
		check(t, s.PasskeyRequirementSet(asClara, account.PasskeyRequirementSetInput{Required: true}))
		same(t, "the trail", strings.Join(s.trail(t), "; "), `STAFF stf_demo-clara passkeyRequirementSet stf_demo-clara {"Required":false} > {"Required":true}`)

		options := func() string {
			_, err := s.signInBy(t, emailOf(clara), password)
			var required *account.PasskeyRequired
			if !errors.As(err, &required) {
				t.Fatalf("the password suffices: %v", err)
			}
			return required.Options
		}
		_, err := s.signInBy(t, emailOf(clara), "another password")
		same(t, "a wrong password", codes(err), "SIGN_IN_FAILED email")
		signedIn := must(s.SignInByPasskey(t.Context(), account.SignInByPasskeyInput{Credential: b.sign(t, options())}))(t)
		same(t, "who", s.actorOf(t, signedIn.Secret).StaffID, clara)

		byCode := func(options, code string) error {
			_, err := s.SignInByRecoveryCode(t.Context(), account.SignInByRecoveryCodeInput{PasskeyOptions: options, Code: code})
			return err
		}
		asked := options()
		same(t, "a wrong code", codes(byCode(asked, "aaaa-bbbb-cccc-dddd")), "SIGN_IN_FAILED code")
		same(t, "a code after a wrong one", codes(byCode(asked, recovery[0])), "SIGN_IN_FAILED code")
		same(t, "a code without the password", codes(byCode(must(s.SignInByPasskeyBegin(t.Context()))(t), recovery[0])), "SIGN_IN_FAILED code")
		check(t, byCode(options(), recovery[0]))
		same(t, "a code again", codes(byCode(options(), recovery[0])), "SIGN_IN_FAILED code")

		// A link takes the place of the password only.
		signedIn = must(s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: s.link(t, clara), Password: new("three quiet words")}))(t)
		if signedIn != nil {
			t.Error("a link signs in without the passkey")
		}
	})
}

func TestAPasskeyConfirmsASession(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		b, _ := s.passkeyOf(t, ben)
		claras, _ := s.passkeyOf(t, clara)
		session := s.signIn(t, ben)
		s.advance(time.Hour)
		confirm := func(credential string) error {
			_, err := s.SessionConfirm(s.as(t, session), account.SessionConfirmInput{Credential: &credential})
			return err
		}
		asClara := s.as(t, s.signIn(t, clara))
		same(t, "somebody else's", codes(confirm(claras.sign(t, must(s.SessionConfirmBegin(asClara))(t)))), "PASSWORD_WRONG credential")
		same(t, "a challenge for signing in", codes(confirm(b.sign(t, must(s.SignInByPasskeyBegin(t.Context()))(t)))), "PASSWORD_WRONG credential")
		check(t, confirm(b.sign(t, must(s.SessionConfirmBegin(s.as(t, session)))(t))))
		same(t, "fresh", s.actorOf(t, session).Fresh, true)
	})
}

func TestTheLastWayInStays(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		_, _ = s.passkeyOf(t, anna)
		session := s.signIn(t, anna)
		asAnna := s.as(t, session)
		check(t, s.PasskeyRequirementSet(asAnna, account.PasskeyRequirementSetInput{Required: true}))
		row := must(s.Passkeys(asAnna))(t)[0]
		s.set(t, account.StaffAccessSetInput{StaffID: anna, Password: new("")}) // the passkey is left
		remove := func() error { return s.PasskeyRemove(asAnna, account.PasskeyRemoveInput{ID: row.ID}) }
		s.refuses(t, "removing the last owner's last way in", "LAST_OWNER id", remove)
		s.set(t, account.StaffAccessSetInput{StaffID: anna, Password: new(password)})
		check(t, remove())
		same(t, "codes that are left", must(s.RecoveryCodesLeft(asAnna))(t), 0)
		s.signIn(t, anna) // the password suffices again
		s.refuses(t, "requiring a passkey without one", "REQUIRED required", func() error {
			return s.PasskeyRequirementSet(asAnna, account.PasskeyRequirementSetInput{Required: true})
		})
	})
}

func TestPasskeysAreTheirOwners(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		_, _ = s.passkeyOf(t, clara)
		row := must(s.Passkeys(s.as(t, s.signIn(t, clara))))(t)[0]
		asBen := s.as(t, s.signIn(t, ben))
		same(t, "those of Ben", len(must(s.Passkeys(asBen))(t)), 0)
		s.refuses(t, "removing somebody else's", "NOT_FOUND id", func() error {
			return s.PasskeyRemove(asBen, account.PasskeyRemoveInput{ID: row.ID})
		})
		s.refuses(t, "renaming somebody else's", "NOT_FOUND id", func() error {
			_, err := s.PasskeyUpdate(asBen, account.PasskeyUpdateInput{ID: row.ID, Name: "Meiner"})
			return err
		})
		options := must(s.PasskeyCreateBegin(s.as(t, s.signIn(t, clara))))(t)
		_, _, err := s.PasskeyCreate(asBen, account.PasskeyCreateInput{Credential: newBrowser(ownOrigin).create(t, options), Name: "Meiner"})
		same(t, "for a challenge of somebody else", codes(err), "PASSKEY_INVALID credential")
		options = must(s.PasskeyCreateBegin(asBen))(t)
		_, _, err = s.PasskeyCreate(asBen, account.PasskeyCreateInput{Credential: newBrowser("http://evil.example").create(t, options), Name: "Meiner"})
		same(t, "on a page of another origin", codes(err), "PASSKEY_INVALID credential")
		same(t, "recovery codes differ", len(slices.Compact(slices.Sorted(slices.Values(must(s.RecoveryCodesRenew(s.as(t, s.signIn(t, clara))))(t))))), 10)
		must(s.StaffAccessRemove(byOwner(t), account.StaffAccessRemoveInput{StaffID: clara}))(t)
		same(t, "passkeys without access", s.store.Client().Passkey.Query().CountX(t.Context()), 0)
	})
}
