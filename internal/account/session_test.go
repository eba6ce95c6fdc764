package account_test

import (
	"testing"
	"time"

	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/salon"
)

const day = 24 * time.Hour

func TestASessionEndsWithoutUse(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		for what, test := range map[string]struct {
			idle  time.Duration
			begin func() *account.SignedIn
		}{
			"by password": {14 * day, func() *account.SignedIn { return must(s.signInBy(t, "ben@salon.example", password))(t) }},
			"by PIN":      {15 * time.Minute, func() *account.SignedIn { return must(s.signInByPIN(t, device, ben, pin))(t) }},
		} {
			begun := test.begin()
			same(t, "the end of one "+what, begun.ExpiresAt, s.clock().Add(test.idle))
			s.advance(test.idle - time.Second)
			same(t, "a second before it", s.isSignedIn(t, begun.Secret), true)
			s.advance(time.Second)
			same(t, "at the end", s.isSignedIn(t, begun.Secret), false)
			same(t, "who its bearer is then", s.actorOf(t, begun.Secret), actor.Actor{})
		}
	})
}

func TestUseProlongsASessionUntilItIsTooOld(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		for what, test := range map[string]struct {
			pause, most time.Duration
			begin       func() *account.SignedIn
		}{
			"by password": {10 * day, 90 * day, func() *account.SignedIn { return must(s.signInBy(t, "ben@salon.example", password))(t) }},
			"by PIN":      {10 * time.Minute, 12 * time.Hour, func() *account.SignedIn { return must(s.signInByPIN(t, device, ben, pin))(t) }},
		} {
			session, lasted := test.begin().Secret, time.Duration(0)
			for lasted+test.pause < test.most {
				s.advance(test.pause)
				lasted += test.pause
				who := s.actorOf(t, session)
				same(t, "signed in "+what+", after "+lasted.String(), who.StaffID, ben)
				check(t, s.Used(t.Context(), who))
			}
			s.advance(test.most - lasted - time.Second)
			same(t, "the last second "+what, s.isSignedIn(t, session), true)
			s.advance(time.Second)
			same(t, "afterwards", s.isSignedIn(t, session), false)
		}
	})
}

func TestWhoWritesNothing(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		session := s.signIn(t, ben)
		s.advance(13 * day)
		s.refuses(t, "asking", "", func() error {
			_, err := s.Who(t.Context(), account.Credentials{Session: session})
			return err
		})
		s.advance(day)
		same(t, "lives without use", s.isSignedIn(t, session), false)
	})
}

func TestUseIsWrittenOccasionally(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		who := s.actorOf(t, s.signIn(t, ben))
		s.advance(59 * time.Minute)
		s.refuses(t, "use within the hour", "", func() error { return s.Used(t.Context(), who) })
		s.refuses(t, "use by anyone", "", func() error { return s.Used(t.Context(), actor.Actor{}) })
		s.advance(time.Minute)
		check(t, s.Used(t.Context(), who))
		row := s.store.Client().Session.GetX(t.Context(), who.SessionID)
		same(t, "the end", row.ExpiresAt, s.clock().Add(14*day))
		same(t, "the last use", account.LastUseOf(row), s.clock())
	})
}

func TestAnEndedSessionIsNotProlonged(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		expired, gone := s.signIn(t, ben), s.signIn(t, ben)
		who, left := s.actorOf(t, expired), s.actorOf(t, gone)
		check(t, s.SignOut(s.as(t, gone), account.SignOutInput{}))
		check(t, s.Used(t.Context(), left))
		s.advance(14 * day)
		check(t, s.Used(t.Context(), who))
		same(t, "the session that was signed out lives", s.isSignedIn(t, gone), false)
		same(t, "the one that has expired lives", s.isSignedIn(t, expired), false)
	})
}

func TestEverySignInHasASecretOfItsOwn(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device, seen := s.till(t, mitte), map[string]bool{}
		for range 3 {
			for _, secret := range []string{
				s.signIn(t, ben), must(s.signInByPIN(t, device, ben, pin))(t).Secret,
				must(s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: s.link(t, ella), Password: new(password)}))(t).Secret,
			} {
				if seen[secret] || len(secret) < 26 {
					t.Errorf("the secret %q is not new, or too short", secret)
				}
				seen[secret] = true
			}
		}
	})
}

func TestWhatIsNoSecretLetsNobodyIn(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		session := s.signIn(t, ben)
		row := s.store.Client().Session.Query().OnlyX(t.Context())
		for _, text := range []string{"", "x", session[1:], session + "A", row.ID, row.SecretHash, "\x00", "\xff", "' OR ''='"} {
			same(t, "who shows "+text, s.actorOf(t, text), actor.Actor{})
		}
	})
}

func TestWhatEndsASession(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		enrolled := must(s.Devices(byOwner(t), nil, all))(t).Nodes[0].ID
		for _, test := range []struct {
			what string
			end  func(t *testing.T, own string)
			left []string // Ben's remaining sessions: the one in which he acts, another, and one at the till
		}{
			{"to sign out", func(t *testing.T, own string) {
				check(t, s.SignOut(s.as(t, own), account.SignOutInput{}))
			}, []string{"another", "till"}},
			{"to sign out everywhere", func(t *testing.T, own string) {
				check(t, s.SignOut(s.as(t, own), account.SignOutInput{Sessions: account.AllSessions}))
			}, nil},
			{"to change the own password", func(t *testing.T, own string) {
				check(t, s.PasswordChange(s.as(t, own), account.PasswordChangeInput{CurrentPassword: password, NewPassword: password}))
			}, []string{"own"}},
			{"to change the own PIN", func(t *testing.T, own string) {
				check(t, s.PINChange(s.as(t, own), account.PINChangeInput{CurrentPassword: password, NewPIN: pin}))
			}, []string{"own"}},
			{"a new password from the manager", func(t *testing.T, _ string) {
				must(s.StaffAccessSet(byManager(t), account.StaffAccessSetInput{StaffID: ben, Password: new(password)}))(t)
			}, nil},
			{"a new PIN from the manager", func(t *testing.T, _ string) {
				must(s.StaffAccessSet(byManager(t), account.StaffAccessSetInput{StaffID: ben, PIN: new(pin)}))(t)
			}, nil},
			{"a password chosen at a link", func(t *testing.T, _ string) {
				must(s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: s.link(t, ben), Password: new(password)}))(t)
			}, nil},
			{"to send a link", func(t *testing.T, _ string) {
				must(s.StaffAccessSend(byManager(t), account.StaffAccessSendInput{StaffID: ben}))(t)
			}, []string{"own", "another", "till"}},
			{"to ask for a link", func(t *testing.T, _ string) {
				must(s.PasswordResetRequest(t.Context(), account.PasswordResetRequestInput{Email: emailOf(ben)}))(t)
			}, []string{"own", "another", "till"}},
			{"to archive another profile", func(t *testing.T, _ string) { s.archive(t, ella) }, []string{"own", "another", "till"}},
			{"to remove the till", func(t *testing.T, _ string) {
				check(t, s.DeviceRemove(byOwner(t), account.DeviceRemoveInput{ID: enrolled}))
				device = s.till(t, mitte)
			}, []string{"own", "another"}},
			{"to take the access away", func(t *testing.T, _ string) {
				must(s.StaffAccessRemove(byManager(t), account.StaffAccessRemoveInput{StaffID: ben}))(t)
				s.set(t, account.StaffAccessSetInput{StaffID: ben, Password: new(password), PIN: new(pin)})
			}, nil},
			{"to archive the profile", func(t *testing.T, _ string) { s.archive(t, ben) }, nil},
		} {
			sessions := map[string]string{
				"own": s.signIn(t, ben), "another": s.signIn(t, ben), "till": must(s.signInByPIN(t, device, ben, pin))(t).Secret,
			}
			claras := s.signIn(t, clara)
			test.end(t, sessions["own"])
			left := map[string]bool{}
			for _, name := range test.left {
				left[name] = true
			}
			for name, secret := range sessions {
				same(t, "after "+test.what+", "+name+" lives", s.isSignedIn(t, secret), left[name])
			}
			same(t, "after "+test.what+", Clara's lives", s.isSignedIn(t, claras), true)
		}
	})
}

func TestNobodySignsOutWhoIsNotSignedIn(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		_, token := s.token(t, byManager(t), "MANAGER")
		s.signIn(t, clara)
		program := actor.With(t.Context(), must(s.Who(t.Context(), account.Credentials{Token: token}))(t))
		for _, scope := range []account.SignOutScope{account.CurrentSession, account.OtherSessions, account.AllSessions} {
			s.refuses(t, "signing anyone out", "", func() error { return s.SignOut(t.Context(), account.SignOutInput{Sessions: scope}) })
			s.refuses(t, "signing a program out", "", func() error { return s.SignOut(program, account.SignOutInput{Sessions: scope}) })
		}
	})
}

func TestSessionsThatAreOverAreClearedAway(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.signIn(t, ben)
		s.signIn(t, anna)
		s.advance(7 * day)
		s.signIn(t, anna)
		same(t, "Anna's sessions", must(s.SessionsOf(t.Context(), []string{anna, ben, ella}))(t)[anna], 2)
		s.advance(7 * day)
		counts := must(s.SessionsOf(t.Context(), []string{anna, ben, ella}))(t)
		same(t, "Anna's sessions, a week later", counts[anna], 1)
		same(t, "Ben's", counts[ben], 0)
		same(t, "rows", s.store.Client().Session.Query().CountX(t.Context()), 3)
		s.signIn(t, clara)
		same(t, "rows after the next sign-in", s.store.Client().Session.Query().CountX(t.Context()), 2)
	})
}

func TestARoleIsThatOfThePresent(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		session := s.signIn(t, ben)
		for _, role := range []actor.Role{actor.Manager, actor.Owner, actor.Member} {
			_, err := s.salon.StaffRoleSet(byOwner(t), salon.StaffRoleSetInput{ID: ben, Role: role.Name()})
			check(t, err)
			same(t, "the role", s.actorOf(t, session).Role, role)
		}
	})
}

func TestOwnSessions(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		first, second := s.signIn(t, ben), s.signIn(t, ben)
		s.signIn(t, clara)
		must(s.signInByPIN(t, s.till(t, mitte), ben, pin))(t)
		s.advance(2 * time.Hour)
		check(t, s.Used(t.Context(), s.actorOf(t, second)))
		rows := must(s.OwnSessions(s.as(t, first)))(t)
		same(t, "Ben's sessions that have not ended", len(rows), 2)
		same(t, "the last used", rows[0].ID, s.actorOf(t, second).SessionID)

		check(t, s.SignOut(s.as(t, first), account.SignOutInput{Sessions: account.OtherSessions}))
		same(t, "the own one", s.isSignedIn(t, first), true)
		same(t, "another", s.isSignedIn(t, second), false)
	})
}
