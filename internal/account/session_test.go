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
	each(t, func(t *testing.T, d *door) {
		device := d.till(t, mitte)
		for what, test := range map[string]struct {
			idle  time.Duration
			begin func() *account.SignedIn
		}{
			"by password": {14 * day, func() *account.SignedIn { return must(d.trySignIn(t, "ben@salon.example", password))(t) }},
			"by PIN":      {15 * time.Minute, func() *account.SignedIn { return must(d.tryPIN(t, device, ben, pin))(t) }},
		} {
			begun := test.begin()
			same(t, "the end of one "+what, begun.ExpiresAt, d.clock().Add(test.idle))
			d.pass(test.idle - time.Second)
			same(t, "a second before it", d.lives(t, begun.Secret), true)
			d.pass(time.Second)
			same(t, "at the end", d.lives(t, begun.Secret), false)
			same(t, "who its bearer is then", d.bearer(t, begun.Secret), actor.Actor{})
		}
	})
}

func TestUseProlongsASessionUntilItIsTooOld(t *testing.T) {
	each(t, func(t *testing.T, d *door) {
		device := d.till(t, mitte)
		for what, test := range map[string]struct {
			pause, most time.Duration
			begin       func() *account.SignedIn
		}{
			"by password": {10 * day, 90 * day, func() *account.SignedIn { return must(d.trySignIn(t, "ben@salon.example", password))(t) }},
			"by PIN":      {10 * time.Minute, 12 * time.Hour, func() *account.SignedIn { return must(d.tryPIN(t, device, ben, pin))(t) }},
		} {
			session, lasted := test.begin().Secret, time.Duration(0)
			for lasted+test.pause < test.most {
				d.pass(test.pause)
				lasted += test.pause
				who := d.bearer(t, session)
				same(t, "signed in "+what+", after "+lasted.String(), who.StaffID, ben)
				check(t, d.Used(t.Context(), who))
			}
			d.pass(test.most - lasted - time.Second)
			same(t, "the last second "+what, d.lives(t, session), true)
			d.pass(time.Second)
			same(t, "afterwards", d.lives(t, session), false)
		}
	})
}

func TestAskingWhoSomebodyIsWritesNothing(t *testing.T) {
	each(t, func(t *testing.T, d *door) {
		session := d.signIn(t, ben)
		d.pass(13 * day)
		d.refuses(t, "asking", "", func() error {
			_, err := d.Who(t.Context(), account.Credentials{Session: session})
			return err
		})
		d.pass(day)
		same(t, "lives without use", d.lives(t, session), false)
	})
}

func TestUseIsWrittenNowAndThen(t *testing.T) {
	each(t, func(t *testing.T, d *door) {
		who := d.bearer(t, d.signIn(t, ben))
		d.pass(16 * time.Hour)
		d.refuses(t, "use on the same day", "", func() error { return d.Used(t.Context(), who) })
		d.refuses(t, "use by anyone", "", func() error { return d.Used(t.Context(), actor.Actor{}) })
		d.pass(time.Hour)
		check(t, d.Used(t.Context(), who))
		row := d.store.Client().Session.GetX(t.Context(), who.SessionID)
		same(t, "the end", row.ExpiresAt, d.clock().Add(14*day))
	})
}

func TestWhatHasEndedIsNotProlonged(t *testing.T) {
	each(t, func(t *testing.T, d *door) {
		expired, gone := d.signIn(t, ben), d.signIn(t, ben)
		who, left := d.bearer(t, expired), d.bearer(t, gone)
		check(t, d.SignOut(d.as(t, gone), account.SignOutInput{}))
		check(t, d.Used(t.Context(), left))
		d.pass(14 * day)
		check(t, d.Used(t.Context(), who))
		same(t, "the session that was signed out lives", d.lives(t, gone), false)
		same(t, "the one that has expired lives", d.lives(t, expired), false)
	})
}

func TestEverySignInHasASecretOfItsOwn(t *testing.T) {
	each(t, func(t *testing.T, d *door) {
		device, seen := d.till(t, mitte), map[string]bool{}
		for range 3 {
			for _, secret := range []string{
				d.signIn(t, ben), must(d.tryPIN(t, device, ben, pin))(t).Secret,
				must(d.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: d.link(t, ella), Password: new(password)}))(t).Secret,
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
	each(t, func(t *testing.T, d *door) {
		session := d.signIn(t, ben)
		row := d.store.Client().Session.Query().OnlyX(t.Context())
		for _, text := range []string{"", "x", session[1:], session + "A", row.ID, row.SecretHash, "\x00", "\xff", "' OR ''='"} {
			same(t, "who shows "+text, d.bearer(t, text), actor.Actor{})
		}
	})
}

func TestWhatEndsASession(t *testing.T) {
	each(t, func(t *testing.T, d *door) {
		device := d.till(t, mitte)
		enrolled := must(d.Devices(t.Context()))(t)[0].ID
		for _, test := range []struct {
			what string
			end  func(t *testing.T, own string)
			left []string // of Ben's sessions: the one in which he acts, another, and one at the till
		}{
			{"to sign out", func(t *testing.T, own string) {
				check(t, d.SignOut(d.as(t, own), account.SignOutInput{}))
			}, []string{"another", "till"}},
			{"to sign out everywhere", func(t *testing.T, own string) {
				check(t, d.SignOut(d.as(t, own), account.SignOutInput{Everywhere: true}))
			}, nil},
			{"to change the own password", func(t *testing.T, own string) {
				check(t, d.PasswordChange(d.as(t, own), account.PasswordChangeInput{CurrentPassword: password, NewPassword: password}))
			}, []string{"own"}},
			{"to change the own PIN", func(t *testing.T, own string) {
				check(t, d.PINChange(d.as(t, own), account.PINChangeInput{CurrentPassword: password, NewPIN: pin}))
			}, []string{"own"}},
			{"a new password from the manager", func(t *testing.T, _ string) {
				must(d.StaffAccessSet(byManager(t), account.StaffAccessSetInput{StaffID: ben, Password: new(password)}))(t)
			}, nil},
			{"a new PIN from the manager", func(t *testing.T, _ string) {
				must(d.StaffAccessSet(byManager(t), account.StaffAccessSetInput{StaffID: ben, PIN: new(pin)}))(t)
			}, nil},
			{"a password chosen at a link", func(t *testing.T, _ string) {
				must(d.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: d.link(t, ben), Password: new(password)}))(t)
			}, nil},
			{"to send a link", func(t *testing.T, _ string) {
				must(d.StaffAccessSend(byManager(t), account.StaffAccessSendInput{StaffID: ben}))(t)
			}, []string{"own", "another", "till"}},
			{"to ask for a link", func(t *testing.T, _ string) {
				check(t, d.PasswordResetRequest(t.Context(), account.PasswordResetRequestInput{Email: emailOf(ben)}))
			}, []string{"own", "another", "till"}},
			{"to archive another profile", func(t *testing.T, _ string) { d.archive(t, ella) }, []string{"own", "another", "till"}},
			{"to remove the till", func(t *testing.T, _ string) {
				check(t, d.DeviceRemove(byOwner(t), account.DeviceRemoveInput{ID: enrolled}))
				device = d.till(t, mitte)
			}, []string{"own", "another"}},
			{"to take the access away", func(t *testing.T, _ string) {
				must(d.StaffAccessRemove(byManager(t), account.StaffAccessRemoveInput{StaffID: ben}))(t)
				d.set(t, account.StaffAccessSetInput{StaffID: ben, Password: new(password), PIN: new(pin)})
			}, nil},
			{"to archive the profile", func(t *testing.T, _ string) { d.archive(t, ben) }, nil},
		} {
			sessions := map[string]string{
				"own": d.signIn(t, ben), "another": d.signIn(t, ben), "till": must(d.tryPIN(t, device, ben, pin))(t).Secret,
			}
			claras := d.signIn(t, clara)
			test.end(t, sessions["own"])
			left := map[string]bool{}
			for _, name := range test.left {
				left[name] = true
			}
			for name, secret := range sessions {
				same(t, "after "+test.what+", "+name+" lives", d.lives(t, secret), left[name])
			}
			same(t, "after "+test.what+", Clara's lives", d.lives(t, claras), true)
		}
	})
}

func TestNobodySignsOutWhoIsNotSignedIn(t *testing.T) {
	each(t, func(t *testing.T, d *door) {
		_, token := d.token(t, byManager(t), "MANAGER")
		d.signIn(t, clara)
		program := actor.With(t.Context(), must(d.Who(t.Context(), account.Credentials{Token: token}))(t))
		for _, everywhere := range []bool{false, true} {
			d.refuses(t, "signing anyone out", "", func() error { return d.SignOut(t.Context(), account.SignOutInput{Everywhere: everywhere}) })
			d.refuses(t, "signing a program out", "", func() error { return d.SignOut(program, account.SignOutInput{Everywhere: everywhere}) })
		}
	})
}

func TestSessionsThatAreOverAreClearedAway(t *testing.T) {
	each(t, func(t *testing.T, d *door) {
		d.signIn(t, ben)
		d.signIn(t, anna)
		d.pass(7 * day)
		d.signIn(t, anna)
		same(t, "Anna's sessions", must(d.SessionsOf(t.Context(), []string{anna, ben, ella}))(t)[anna], 2)
		d.pass(7 * day)
		counts := must(d.SessionsOf(t.Context(), []string{anna, ben, ella}))(t)
		same(t, "Anna's sessions, a week later", counts[anna], 1)
		same(t, "Ben's", counts[ben], 0)
		same(t, "rows", d.store.Client().Session.Query().CountX(t.Context()), 3)
		d.signIn(t, clara)
		same(t, "rows after the next sign-in", d.store.Client().Session.Query().CountX(t.Context()), 2)
	})
}

func TestARoleIsThatOfThePresent(t *testing.T) {
	each(t, func(t *testing.T, d *door) {
		session := d.signIn(t, ben)
		for _, role := range []actor.Role{actor.Manager, actor.Owner, actor.Member} {
			_, _, err := d.salon.StaffUpdate(byOwner(t), salon.StaffUpdateInput{ID: ben, Role: new(role.Name())})
			check(t, err)
			same(t, "the role", d.bearer(t, session).Role, role)
		}
	})
}
