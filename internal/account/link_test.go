package account_test

import (
	"context"
	"testing"
	"time"

	"visavis/ent/mail"
	"visavis/internal/account"
	"visavis/internal/store"
)

func TestAtALinkOneChoosesPasswordAndPIN(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		for what, test := range map[string]struct{ password, pin *string }{
			"a password":            {new("another passphrase"), nil},
			"a PIN":                 {nil, new("1693")},
			"both":                  {new("a third passphrase"), new("7931")},
			"a password, PIN empty": {new("a fourth passphrase"), new("")},
		} {
			for _, staffID := range []string{ben, ella} { // Ella signs in for the first time
				begun := must(s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: s.link(t, staffID), Password: test.password, PIN: test.pin}))(t)
				same(t, "who is signed in with "+what, s.actorOf(t, begun.Secret).StaffID, staffID)
				same(t, "by PIN", s.actorOf(t, begun.Secret).ByPIN, false)
				if test.password != nil {
					must(s.signInBy(t, emailOf(staffID), *test.password))(t)
				}
				if test.pin != nil && *test.pin != "" {
					must(s.signInByPIN(t, device, staffID, *test.pin))(t)
				}
			}
		}
	})
}

func TestWhatIsNotChosenAtALinkStays(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		must(s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: s.link(t, ben), PIN: new("1693")}))(t)
		s.signIn(t, ben)
		must(s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: s.link(t, ben), Password: new("another passphrase")}))(t)
		must(s.signInByPIN(t, device, ben, "1693"))(t)
	})
}

func TestALinkOpensOnceAndForAWeek(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		use := func(link string) string {
			_, err := s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: link, Password: new(password)})
			return codes(err)
		}
		link := s.link(t, ben)
		same(t, "the first time", use(link), "")
		same(t, "the second time", use(link), "LINK_USED secret")

		older := s.link(t, ben)
		newer, claras := s.link(t, ben), s.link(t, clara)
		same(t, "when there is a newer one", use(older), "LINK_USED secret")
		same(t, "somebody else's", use(claras), "")
		s.advance(7*day - time.Second)
		same(t, "in the last second", use(newer), "")

		link = s.link(t, ben)
		s.advance(7 * day)
		same(t, "after a week", use(link), "LINK_USED secret")

		link = s.link(t, clara)
		s.archive(t, clara)
		same(t, "of who works here no more", use(link), "LINK_USED secret")

		link = s.link(t, ben)
		must(s.StaffAccessRemove(byOwner(t), account.StaffAccessRemoveInput{StaffID: ben}))(t)
		same(t, "of whom access was taken from", use(link), "LINK_USED secret")

		for _, unknown := range []string{"", "x", "\x00", "\xff", link + "A"} {
			same(t, "an unknown one", use(unknown), "LINK_USED secret")
		}
	})
}

func TestAMistakeAtALinkKeepsIt(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		link := s.link(t, ben)
		for what, test := range map[string]struct {
			password, pin *string
			want          string
		}{
			"nothing":               {nil, nil, "REQUIRED password"},
			"nothing that counts":   {new(""), new(""), "REQUIRED password"},
			"a short password":      {new("7 Monde"), nil, "PASSWORD_TOO_SHORT password 8"},
			"a common password":     {new("iloveyou"), nil, "PASSWORD_COMMON password"},
			"a simple PIN":          {new("another passphrase"), new("1111"), "PIN_TOO_SIMPLE pin"},
			"a short PIN":           {nil, new("123"), "PIN_INVALID pin 4 8"},
			"two mistakes together": {new("7 Monde"), new("1111"), "PASSWORD_TOO_SHORT password 8, PIN_TOO_SIMPLE pin"},
		} {
			s.refuses(t, what, test.want, func() error {
				_, err := s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: link, Password: test.password, PIN: test.pin})
				return err
			})
		}
		must(s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: link, Password: new("another passphrase")}))(t)
	})
}

func TestALinkUsedTwiceConcurrentlyWorksOnce(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for range 5 {
			link, results := s.link(t, ben), make(chan error)
			for range 2 {
				go func() {
					_, err := s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: link, Password: new(password)})
					results <- err
				}()
			}
			if one, other := codes(<-results), codes(<-results); one+other != "LINK_USED secret" {
				t.Errorf("%q and %q", one, other)
			}
			same(t, "sessions", must(s.SessionsOf(t.Context(), []string{ben}))(t)[ben], 1)
		}
	})
}

// mails lists the queued access mails.
func (s *testSalon) mails(t *testing.T) (list []string) {
	t.Helper()
	for _, row := range s.store.Client().Mail.Query().Where(mail.StateNEQ(mail.StateDROPPED)).Order(mail.ByStaffID()).AllX(t.Context()) {
		same(t, "its kind", row.Kind, mail.KindACCESS)
		same(t, "its state", row.State, mail.StateWAITING)
		same(t, "due at", row.DueAt, s.clock())
		list = append(list, *row.StaffID)
	}
	return list
}

func TestWhetherAnAddressIsKnownNobodyLearns(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.archive(t, clara)
		s.trail(t)
		for _, email := range []string{
			"ben@salon.example", "nobody@salon.example", "clara@salon.example", "david@salon.example", "", "ben", "ben@salon.example\x00", "\xff", " BEN@salon.example ",
		} {
			must(s.PasswordResetRequest(t.Context(), account.PasswordResetRequestInput{Email: email}))(t)
		}
		queued := s.mails(t)
		if len(queued) != 1 || queued[0] != ben {
			t.Errorf("mails are queued for %v, want one for Ben in place of the other", queued)
		}
		same(t, "told", s.queued.Load(), int64(2))
		same(t, "entries on record", len(s.trail(t)), 9)
	})
}

func TestALinkIsSentByOneMail(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for _, staffID := range []string{ben, ella} {
			profile := must(s.StaffAccessSend(byManager(t), account.StaffAccessSendInput{StaffID: staffID}))(t).Staff
			same(t, "the profile", profile.ID, staffID)
		}
		queued := s.mails(t)
		if len(queued) != 2 || queued[0] != ben || queued[1] != ella {
			t.Errorf("mails are queued for %v, want one for Ben and one for Ella", queued)
		}
		same(t, "told", s.queued.Load(), int64(2))
		same(t, "Ella's address", s.account(t, ella).Email, "ella@salon.example")
		s.signIn(t, ben) // as before
		for _, given := range []string{"", pin, password} {
			_, err := s.signInBy(t, "ella@salon.example", given)
			same(t, "Ella, who has not chosen yet", codes(err), "SIGN_IN_FAILED email")
		}
		s.archive(t, david)
		for what, test := range map[string]struct{ staffID, want string }{
			"to the owner":         {anna, "ROLE_TOO_HIGH staffId"},
			"to nobody":            {"stf_nobody", "NOT_FOUND staffId"},
			"to a branch":          {mitte, "ID_OF_ANOTHER_KIND staffId stf"},
			"to who works no more": {david, "ARCHIVED staffId"},
		} {
			s.refuses(t, what, test.want, func() error {
				_, err := s.StaffAccessSend(byManager(t), account.StaffAccessSendInput{StaffID: test.staffID})
				return err
			})
		}
	})
}

func TestForWhoHasNoAccessThereIsNoLink(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		must(s.StaffAccessRemove(byOwner(t), account.StaffAccessRemoveInput{StaffID: ben}))(t)
		check(t, s.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			secret, err := account.AccessLink(ctx, tx, s.clock(), ben)
			same(t, "the link", secret, "")
			return err
		}))
		same(t, "links", s.store.Client().AccessLink.Query().CountX(t.Context()), 0)
	})
}

func TestALinkEndsWithTheAddressAndThePassword(t *testing.T) {
	for what, input := range map[string]account.StaffAccessSetInput{
		"a new address":  {StaffID: ben, Email: new("b@salon.example")},
		"a new password": {StaffID: ben, Password: new("another passphrase")},
	} {
		t.Run(what, func(t *testing.T) {
			each(t, func(t *testing.T, s *testSalon) {
				link := s.link(t, ben)
				s.set(t, input)
				s.refuses(t, what, "LINK_USED secret", func() error {
					_, err := s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: link, Password: new("three quiet words")})
					return err
				})
			})
		})
	}
}
