package account_test

import (
	"slices"
	"strings"
	"testing"

	"visavis/ent/mail"
	"visavis/internal/account"
	"visavis/internal/salon"
)

// notices returns the mails about changed accesses since the last call: address and changes.
func (s *testSalon) notices(t *testing.T) string {
	t.Helper()
	rows := s.store.Client().Mail.Query().Where(mail.KindEQ(mail.KindACCESS_CHANGED)).AllX(t.Context())
	list := []string{}
	for _, row := range rows {
		if !s.noted[row.ID] {
			list = append(list, row.Recipient+" "+strings.Join(row.AccessChanges, "+"))
		}
		s.noted[row.ID] = true
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}

func TestWhoseAccessChangesGetsAMail(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.noted = map[string]bool{}
		asBen := s.as(t, s.signIn(t, ben))
		for _, test := range []struct {
			what string
			do   func() error
			want string
		}{
			{"a new password", func() error {
				return s.PasswordChange(asBen, account.PasswordChangeInput{CurrentPassword: password, NewPassword: "another passphrase"})
			}, "ben@salon.example PASSWORD"},
			{"a new PIN", func() error {
				return s.PINChange(asBen, account.PINChangeInput{CurrentPassword: "another passphrase", NewPIN: "1693"})
			}, "ben@salon.example PIN"},
			{"another address, and a password by a manager", func() error {
				_, err := s.StaffAccessSet(byManager(t), account.StaffAccessSetInput{StaffID: ben, Email: new("ben@home.example"), Password: new(password)})
				return err
			}, "ben@home.example EMAIL+PASSWORD, ben@salon.example EMAIL+PASSWORD"},
			{"a role", func() error {
				_, err := s.salon.StaffRoleSet(byOwner(t), salon.StaffRoleSetInput{ID: ben, Role: "MANAGER"})
				return err
			}, "ben@home.example ROLE"},
			{"the same role", func() error {
				_, err := s.salon.StaffRoleSet(byOwner(t), salon.StaffRoleSetInput{ID: ben, Role: "MANAGER"})
				return err
			}, ""},
			{"a token", func() error {
				_, _, err := s.APITokenCreate(byManager(t), account.APITokenCreateInput{Name: "Kalender", Role: "MEMBER", ValidDays: 1})
				return err
			}, "clara@salon.example API_TOKEN"},
			{"a feed by a manager", func() error {
				_, err := s.salon.StaffCalendarFeedRenew(byManager(t), salon.StaffCalendarFeedRenewInput{StaffID: ben})
				return err
			}, "ben@home.example CALENDAR_FEED"},
			{"no access any longer", func() error {
				_, err := s.StaffAccessRemove(byOwner(t), account.StaffAccessRemoveInput{StaffID: ben})
				return err
			}, "ben@home.example REMOVED"},
			{"a new access", func() error {
				_, err := s.StaffAccessSet(byManager(t), account.StaffAccessSetInput{StaffID: ben, Password: new(password)})
				return err
			}, ""},
		} {
			check(t, test.do())
			same(t, "mails for "+test.what, s.notices(t), test.want)
		}
	})
}
