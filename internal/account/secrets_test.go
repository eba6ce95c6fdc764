package account_test

import (
	"strings"
	"testing"

	"visavis/ent/staff"
	"visavis/internal/account"
	"visavis/internal/store/storetest"
)

func TestTheDatabaseHoldsNoUsableSecrets(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		const chosen, chosenPIN = "a canary in a coal mine", "70416238"
		secrets := map[string]string{"the first password": password, "a password": chosen, "a PIN": chosenPIN}
		s.set(t, account.StaffAccessSetInput{StaffID: ben, Password: new(chosen), PIN: new(chosenPIN)})
		secrets["a session"] = must(s.signInBy(t, emailOf(ben), chosen))(t).Secret
		asBen := s.as(t, secrets["a session"])
		secrets["a device"] = s.till(t, mitte)
		secrets["a session by PIN"] = must(s.signInByPIN(t, secrets["a device"], ben, chosenPIN))(t).Secret
		_, secrets["a token"] = s.token(t, asBen, staff.RoleMEMBER)
		secrets["a link that is used"] = s.link(t, clara)
		secrets["a session from a link"] = must(s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{
			Secret: secrets["a link that is used"], Password: new(chosen), PIN: new(chosenPIN),
		}))(t).Secret
		secrets["a link"] = s.link(t, ella)
		check(t, s.PasswordChange(asBen, account.PasswordChangeInput{CurrentPassword: chosen, NewPassword: "a canary that sings"}))
		secrets["another password"] = "a canary that sings"
		check(t, s.PINChange(asBen, account.PINChangeInput{CurrentPassword: "a canary that sings", NewPIN: "83261407"}))
		secrets["another PIN"] = "83261407"
		must(s.PasswordResetRequest(t.Context(), account.PasswordResetRequestInput{Email: emailOf(ben)}))(t)
		must(s.StaffAccessSend(byOwner(t), account.StaffAccessSendInput{StaffID: ella}))(t)
		_, err := s.signInBy(t, "nobody@salon.example", "mistyped canary")
		same(t, "a mistyped password", codes(err), "SIGN_IN_FAILED email")
		secrets["a mistyped password"] = "mistyped canary"
		check(t, s.SignOut(asBen, account.SignOutInput{Sessions: account.AllSessions}))

		database := strings.ToLower(strings.Join(storetest.Dump(t, s.store), "\n"))
		for what, secret := range secrets {
			if secret == "" || strings.Contains(database, strings.ToLower(secret)) {
				t.Errorf("%s is in the database, or there is none", what)
			}
		}
		for _, kept := range []string{"ben@salon.example", "$argon2id$", "accesslinkuse", "kassenbuch"} {
			if !strings.Contains(database, kept) {
				t.Errorf("%s is not found where it must be", kept)
			}
		}
	})
}

func TestTheOwnersLinkIsNotInTheDatabase(t *testing.T) {
	eachEmpty(t, func(t *testing.T, s *testSalon) {
		link := must(s.OwnerLink(t.Context()))(t)
		begun := must(s.OwnerCreate(t.Context(), olga(must(s.OwnerLink(t.Context()))(t))))(t)
		database := strings.ToLower(strings.Join(storetest.Dump(t, s.store), "\n"))
		for _, secret := range []string{link, begun.Secret, password} {
			if strings.Contains(database, strings.ToLower(secret)) {
				t.Errorf("%q is in the database", secret)
			}
		}
	})
}
