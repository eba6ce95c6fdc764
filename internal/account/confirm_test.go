package account_test

import (
	"context"
	"testing"
	"time"

	"visavis/internal/account"
	"visavis/internal/actor"
)

func TestASignInByPasswordIsFreshForTenMinutes(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		session := s.signIn(t, clara)
		isFresh := func() bool { return s.actorOf(t, session).Fresh }
		same(t, "fresh at sign-in", isFresh(), true)
		s.advance(10*time.Minute - time.Second)
		same(t, "fresh before ten minutes have passed", isFresh(), true)
		s.advance(time.Second)
		same(t, "fresh after ten minutes", isFresh(), false)
		until := must(s.SessionConfirm(s.as(t, session), account.SessionConfirmInput{Password: new(password)}))(t)
		same(t, "fresh until", until, s.clock().Add(10*time.Minute))
		same(t, "fresh after the password", isFresh(), true)
		s.advance(10 * time.Minute)
		same(t, "fresh ten minutes after the password", isFresh(), false)
	})
}

func TestWhatConfirmsNothing(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		atTheTill := must(s.signInByPIN(t, device, clara, pin))(t).Secret
		_, token, err := s.APITokenCreate(s.as(t, s.signIn(t, clara)), account.APITokenCreateInput{Name: "Kalender", Role: "MANAGER", ValidDays: 1})
		check(t, err)
		program := must(s.Who(t.Context(), account.Credentials{Token: token}))(t)
		same(t, "a program is fresh", program.Fresh, false)
		same(t, "a session by PIN is fresh", s.actorOf(t, atTheTill).Fresh, false)

		session := s.signIn(t, clara)
		s.advance(time.Hour)
		confirm := func(ctx context.Context, password string) error {
			_, err := s.SessionConfirm(ctx, account.SessionConfirmInput{Password: new(password)})
			return err
		}
		s.refuses(t, "a wrong password", "PASSWORD_WRONG password", func() error { return confirm(s.as(t, session), "another password") })
		s.refuses(t, "the PIN", "PASSWORD_WRONG password", func() error { return confirm(s.as(t, session), pin) })
		atTheTill = must(s.signInByPIN(t, device, clara, pin))(t).Secret
		for name, as := range map[string]context.Context{
			"a session by PIN": s.as(t, atTheTill), "a program": actor.With(t.Context(), program), "nobody": t.Context(),
		} {
			s.refuses(t, name, "NOT_CONFIRMABLE password", func() error { return confirm(as, password) })
		}
		ended := s.as(t, session)
		check(t, s.SignOut(ended, account.SignOutInput{}))
		s.refuses(t, "a session that has ended", "PASSWORD_WRONG password", func() error { return confirm(ended, password) })
	})
}
