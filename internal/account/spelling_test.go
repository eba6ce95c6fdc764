package account_test

import (
	"context"
	"testing"

	"visavis/ent/mail"
	"visavis/internal/account"
	"visavis/internal/store"
)

// Before addresses had one form, two people could sign in with two spellings of one.
func TestWhoSharesAnAddressInTwoSpellingsStillSignsIn(t *testing.T) {
	const readable, ascii = "info@müller.example", "info@xn--mller-kva.example"
	each(t, func(t *testing.T, s *testSalon) {
		s.set(t, account.StaffAccessSetInput{StaffID: ben, Email: new(readable), Password: new("password of Ben in Mitte")})
		s.set(t, account.StaffAccessSetInput{StaffID: clara, Password: new("password of Clara in Mitte")})
		check(t, s.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			return tx.Account.UpdateOneID(s.account(t, clara).ID).SetEmail(ascii).Exec(ctx)
		}))
		signIn := func() {
			t.Helper()
			for _, typed := range []string{readable, " INFO@MÜLLER.example", ascii} {
				same(t, "Ben by "+typed, must(s.signInBy(t, typed, "password of Ben in Mitte"))(t).Staff.ID, ben)
				same(t, "Clara by "+typed, must(s.signInBy(t, typed, "password of Clara in Mitte"))(t).Staff.ID, clara)
				_, err := s.signInBy(t, typed, password)
				same(t, "somebody else by "+typed, codes(err), "SIGN_IN_FAILED email")
			}
		}
		signIn()
		must(s.PasswordResetRequest(t.Context(), account.PasswordResetRequestInput{Email: readable}))(t)
		same(t, "links to those who forgot the password", s.store.Client().Mail.Query().Where(mail.KindEQ(mail.KindACCESS)).CountX(t.Context()), 2)

		// A form sends the address as it is, too.
		s.set(t, account.StaffAccessSetInput{StaffID: clara, Email: new(ascii), PIN: new(pin)})
		s.set(t, account.StaffAccessSetInput{StaffID: ben, Email: new(readable), PIN: new(pin)})
		signIn()

		s.set(t, account.StaffAccessSetInput{StaffID: ben, Email: new("ben@salon.example")})
		same(t, "the one who stays", must(s.signInBy(t, readable, "password of Clara in Mitte"))(t).Staff.ID, clara)
		for _, staffID := range []string{ben, ella} {
			s.refuses(t, "the address that one has in another spelling", "TAKEN email", func() error {
				_, err := s.StaffAccessSet(byOwner(t), account.StaffAccessSetInput{StaffID: staffID, Email: new(readable)})
				return err
			})
		}
		s.set(t, account.StaffAccessSetInput{StaffID: clara, Email: new(ascii)})
		same(t, "the address once nobody else has it", s.account(t, clara).Email, readable)
	})
}
