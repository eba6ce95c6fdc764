package account_test

import (
	"context"
	"fmt"
	"testing"

	"visavis/ent/staff"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/salon"
)

func TestAManagerSetsHowOthersSignIn(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.archive(t, ella)
		_, err := s.salon.StaffRoleSet(byOwner(t), salon.StaffRoleSetInput{ID: david, Role: staff.RoleMANAGER})
		check(t, err)
		for _, use := range []struct {
			name string
			do   func(staffID string) error
		}{
			{"setting", func(staffID string) error {
				_, err := s.StaffAccessSet(byManager(t), account.StaffAccessSetInput{StaffID: staffID, Password: new(password)})
				return err
			}},
			{"sending", func(staffID string) error {
				_, err := s.StaffAccessSend(byManager(t), account.StaffAccessSendInput{StaffID: staffID})
				return err
			}},
			{"removing", func(staffID string) error {
				_, err := s.StaffAccessRemove(byManager(t), account.StaffAccessRemoveInput{StaffID: staffID})
				return err
			}},
		} {
			for staffID, want := range map[string]string{
				ben: "", david: "", anna: "ROLE_TOO_HIGH staffId", ella: "ARCHIVED staffId",
				"stf_nobody": "NOT_FOUND staffId", "": "ID_OF_ANOTHER_KIND staffId stf", mitte: "ID_OF_ANOTHER_KIND staffId stf", "stf_\x00": "ID_OF_ANOTHER_KIND staffId stf",
			} {
				same(t, use.name+" that of "+staffID, codes(use.do(staffID)), want)
			}
		}
	})
}

func TestWithWhichAddressAProfileSignsIn(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, name := range []string{"Fay", "Gil"} {
			_, err := s.salon.StaffCreate(byOwner(t), salon.StaffCreateInput{FirstName: name, Role: staff.RoleMEMBER})
			check(t, err)
		}
		fay := s.store.Client().Staff.Query().Where(staff.FirstName("Fay")).OnlyX(t.Context()).ID // has no address
		set := func(staffID string, email *string) func() error {
			return func() error {
				_, err := s.StaffAccessSet(byOwner(t), account.StaffAccessSetInput{StaffID: staffID, Email: email, PIN: new(pin)})
				return err
			}
		}
		s.refuses(t, "a password without an address", "REQUIRED email", func() error {
			_, err := s.StaffAccessSet(byOwner(t), account.StaffAccessSetInput{StaffID: fay, Password: new(password)})
			return err
		})
		s.refuses(t, "a link without an address", "REQUIRED email", func() error {
			_, err := s.StaffAccessSend(byOwner(t), account.StaffAccessSendInput{StaffID: fay})
			return err
		})
		s.refuses(t, "an empty address", "REQUIRED email", set(ben, new("")))
		s.refuses(t, "a blank address", "REQUIRED email", set(fay, new(" \x00")))
		s.refuses(t, "no address", "EMAIL_INVALID email", set(fay, new("fay")))
		s.refuses(t, "a name beside it", "EMAIL_INVALID email", set(fay, new("Fay <fay@salon.example>")))
		s.refuses(t, "another's address for a new account", "TAKEN email", set(fay, new("Ben@Salon.example")))
		s.refuses(t, "another's address for an account", "TAKEN email", set(clara, new(" BEN@salon.example ")))

		check(t, set(fay, new(" Fay@Salon.example"))())
		same(t, "the address that was given", s.account(t, fay).Email, "fay@salon.example")
		check(t, set(ella, nil)())
		same(t, "the address of the profile", s.account(t, ella).Email, "ella@salon.example")
		check(t, set(ben, new("ben.brandt@salon.example"))())
		check(t, set(ben, nil)())
		same(t, "the address that there was", s.account(t, ben).Email, "ben.brandt@salon.example")
		must(s.signInBy(t, "Ben.Brandt@salon.example", password))(t)
		_, err := s.signInBy(t, "ben@salon.example", password)
		same(t, "with the address of before", codes(err), "SIGN_IN_FAILED email")
		check(t, set(fay, new("ben@salon.example"))())
		same(t, "the address that has become free", s.account(t, fay).Email, "ben@salon.example")
	})
}

func TestWhatIsEmptyTakesPasswordOrPINAway(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		s.set(t, account.StaffAccessSetInput{StaffID: ben, Password: new("")})
		_, err := s.signInBy(t, emailOf(ben), password)
		same(t, "without a password", codes(err), "SIGN_IN_FAILED email")
		must(s.signInByPIN(t, device, ben, pin))(t)
		same(t, "since when there is a password", s.account(t, ben).PasswordSetAt == nil, true)
		same(t, "since when there is a PIN", *s.account(t, ben).PinSetAt, s.clock())

		s.set(t, account.StaffAccessSetInput{StaffID: ben, Password: new(password), PIN: new("")})
		_, err = s.signInByPIN(t, device, ben, pin)
		same(t, "without a PIN", codes(err), "SIGN_IN_FAILED pin")
		s.signIn(t, ben)
		same(t, "since when there is a PIN", s.account(t, ben).PinSetAt == nil, true)
	})
}

func TestTheLastOwnerKeepsTheirPassword(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		asAnna := s.as(t, s.signIn(t, anna))
		lose := func() error {
			_, err := s.StaffAccessSet(asAnna, account.StaffAccessSetInput{StaffID: anna, Password: new(""), CurrentPassword: new(password)})
			return err
		}
		leave := func() error {
			_, err := s.StaffAccessRemove(asAnna, account.StaffAccessRemoveInput{StaffID: anna})
			return err
		}
		s.refuses(t, "to lose the password", "LAST_OWNER password", lose)
		s.refuses(t, "to lose the access", "LAST_OWNER staffId", leave)
		_, err := s.salon.StaffRoleSet(byOwner(t), salon.StaffRoleSetInput{ID: ben, Role: staff.RoleOWNER})
		check(t, err)
		s.set(t, account.StaffAccessSetInput{StaffID: ben, Password: new("")})
		s.refuses(t, "to lose the password while the other has a PIN alone", "LAST_OWNER password", lose)
		s.set(t, account.StaffAccessSetInput{StaffID: ben, Password: new(password)})
		check(t, lose())
		check(t, leave())
		check(t, leave()) // once more
	})
}

func TestTwoOwnersWhoTakeTheWayInFromEachOtherLeaveOne(t *testing.T) {
	for what, take := range map[string]func(s *testSalon, ctx context.Context, staffID string) error{
		"the access": func(s *testSalon, ctx context.Context, staffID string) error {
			_, err := s.StaffAccessRemove(ctx, account.StaffAccessRemoveInput{StaffID: staffID})
			return err
		},
		"the password": func(s *testSalon, ctx context.Context, staffID string) error {
			_, err := s.StaffAccessSet(ctx, account.StaffAccessSetInput{StaffID: staffID, Password: new("")})
			return err
		},
	} {
		t.Run(what, func(t *testing.T) {
			each(t, func(t *testing.T, s *testSalon) {
				_, err := s.salon.StaffRoleSet(byOwner(t), salon.StaffRoleSetInput{ID: clara, Role: staff.RoleOWNER})
				check(t, err)
				for range 5 {
					asAnna, asClara, results := s.as(t, s.signIn(t, anna)), s.as(t, s.signIn(t, clara)), make(chan error)
					go func() { results <- take(s, asAnna, clara) }()
					go func() { results <- take(s, asClara, anna) }()
					one, other := codes(<-results), codes(<-results)
					if one+other != "LAST_OWNER staffId" && one+other != "LAST_OWNER password" {
						t.Errorf("%q and %q", one, other)
					}
					owners := 0
					for _, row := range must(s.AccountsOf(t.Context(), []string{anna, clara}))(t) {
						if row.PasswordHash != "" {
							owners++
						}
					}
					same(t, "owners who can sign in", owners, 1)
					for _, staffID := range []string{anna, clara} {
						s.set(t, account.StaffAccessSetInput{StaffID: staffID, Password: new(password)})
					}
				}
			})
		})
	}
}

func TestAnOwnerWhoCeasesToBeOneMeanwhileDoesNotCount(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for range 20 {
			for _, staffID := range []string{anna, clara} {
				_, err := s.salon.StaffRoleSet(byOwner(t), salon.StaffRoleSetInput{ID: staffID, Role: staff.RoleOWNER})
				check(t, err)
				s.set(t, account.StaffAccessSetInput{StaffID: staffID, Password: new(password)})
			}
			results := make(chan error)
			go func() {
				_, err := s.salon.StaffRoleSet(byOwner(t), salon.StaffRoleSetInput{ID: anna, Role: staff.RoleMEMBER})
				results <- err
			}()
			go func() {
				_, err := s.StaffAccessRemove(byOwner(t), account.StaffAccessRemoveInput{StaffID: clara})
				results <- err
			}()
			if one, other := codes(<-results), codes(<-results); one+other != "LAST_OWNER staffId" && one+other != "LAST_OWNER role" {
				t.Errorf("%q and %q", one, other)
			}
		}
	})
}

func TestConcurrentChangesOfTheSameAccountSucceed(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for round := range 5 {
			results := make(chan error)
			for _, staffID := range []string{david, ella} {
				go func() {
					_, err := s.StaffAccessSet(byManager(t), account.StaffAccessSetInput{StaffID: staffID, Email: new(fmt.Sprintf("new%d@salon.example", round))})
					results <- err
				}()
			}
			if one, other := codes(<-results), codes(<-results); one+other != "TAKEN email" {
				t.Errorf("the same address for two: %q and %q", one, other)
			}
			for _, staffID := range []string{david, ella} {
				must(s.StaffAccessRemove(byOwner(t), account.StaffAccessRemoveInput{StaffID: staffID}))(t)
			}
			for range 2 {
				go func() {
					_, err := s.StaffAccessSend(byManager(t), account.StaffAccessSendInput{StaffID: ella})
					results <- err
				}()
			}
			for range 2 {
				same(t, "the same profile twice", codes(<-results), "")
			}
			must(s.StaffAccessRemove(byOwner(t), account.StaffAccessRemoveInput{StaffID: ella}))(t)
		}
	})
}

func TestTheAccessThatIsTakenAwayTakesEverythingAlong(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		session, link := s.signIn(t, ben), s.link(t, ben)
		asBen := actor.With(t.Context(), s.actorOf(t, session))
		_, token := s.token(t, asBen, staff.RoleMEMBER)
		s.link(t, clara)
		must(s.StaffAccessRemove(byManager(t), account.StaffAccessRemoveInput{StaffID: ben}))(t)
		same(t, "the session lives", s.isSignedIn(t, session), false)
		_, err := s.program(t, token)
		same(t, "the token", codes(err), account.ErrTokenUnknown.Error())
		_, err = s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: link, Password: new(password)})
		same(t, "the link", codes(err), "LINK_USED secret")
		same(t, "there is an account", s.account(t, ben) == nil, true)
		same(t, "links of others", s.store.Client().AccessLink.Query().CountX(t.Context()), 1)
		s.signIn(t, clara)
	})
}

func TestFeedsEndWithTheAccess(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		feed := func(as context.Context, staffID string) {
			_, err := s.salon.StaffCalendarFeedRenew(as, salon.StaffCalendarFeedRenewInput{StaffID: staffID})
			check(t, err)
		}
		feed(byManager(t), ben)
		feed(s.as(t, s.signIn(t, anna)), clara)
		feed(s.as(t, s.signIn(t, anna)), david)
		must(s.StaffAccessRemove(byOwner(t), account.StaffAccessRemoveInput{StaffID: clara}))(t)
		exist := must(s.salon.CalendarFeedsOf(t.Context(), []string{"prs_demo-ben", "prs_demo-clara", "prs_demo-david"}))(t)
		same(t, "the feed that Clara has made", exist["prs_demo-ben"], false)
		same(t, "Clara's feed", exist["prs_demo-clara"], false)
		same(t, "the feed of others", exist["prs_demo-david"], true)
	})
}
