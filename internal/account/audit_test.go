package account_test

import (
	"regexp"
	"slices"
	"testing"

	"visavis/ent/staff"
	"visavis/internal/account"
	"visavis/internal/actor"
)

// random matches IDs, which differ in each run.
var random = regexp.MustCompile(`(ses|dev|tok|mal|acc|lnk|stf|prs)_[a-z2-7]{20}`)

func TestEveryChangeIsOnRecord(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		anyone, who := t.Context(), s.actorOf(t, s.signIn(t, clara))
		who.Branches = []string{mitte, west}
		asClara := actor.With(t.Context(), who)
		asBen := s.as(t, s.signIn(t, ben))
		row, text := s.token(t, asClara, staff.RoleMANAGER)
		program := actor.With(t.Context(), must(s.program(t, text))(t))
		device := s.till(t, mitte)
		enrolled := must(s.Devices(byOwner(t), nil, all))(t).Nodes[0].ID
		s.trail(t)
		for _, test := range []struct {
			do   func() error
			want []string
		}{
			{func() error {
				_, err := s.SignIn(anyone, account.SignInInput{Email: emailOf(ben), Password: password})
				return err
			}, []string{`STAFF stf_demo-ben signIn stf_demo-ben - > {}`}},
			{func() error {
				_, err := s.SignInByPIN(anyone, account.SignInByPINInput{StaffID: ben, PIN: pin}, device)
				return err
			}, []string{`STAFF stf_demo-ben signInByPin stf_demo-ben - > {"device_id":"dev_"}`}},
			{func() error {
				return s.PasswordChange(asBen, account.PasswordChangeInput{CurrentPassword: password, NewPassword: password})
			}, []string{`STAFF stf_demo-ben passwordChange stf_demo-ben {"email":"ben@salon.example","password_set_at":1795420800,"pin_set_at":1795420800} > {"email":"ben@salon.example","password_set_at":1795420800,"pin_set_at":1795420800,"set":["password"]}`}},
			{func() error {
				return s.PINChange(asBen, account.PINChangeInput{CurrentPassword: password, NewPIN: pin})
			}, []string{`STAFF stf_demo-ben pinChange stf_demo-ben {"email":"ben@salon.example","password_set_at":1795420800,"pin_set_at":1795420800} > {"email":"ben@salon.example","password_set_at":1795420800,"pin_set_at":1795420800,"set":["pin"]}`}},
			{func() error { return s.SignOut(asBen, account.SignOutInput{}) }, []string{`STAFF stf_demo-ben signOut stf_demo-ben - > {"sessions":"CURRENT"}`}},
			{func() error { return s.SignOut(asBen, account.SignOutInput{Sessions: account.AllSessions}) }, []string{`STAFF stf_demo-ben signOut stf_demo-ben - > {"sessions":"ALL"}`}},
			{func() error {
				link := s.link(t, ben)
				s.trail(t)
				_, err := s.AccessLinkUse(anyone, account.AccessLinkUseInput{Secret: link, Password: new(password)})
				return err
			}, []string{`STAFF stf_demo-ben accessLinkUse stf_demo-ben {"email":"ben@salon.example","password_set_at":1795420800,"pin_set_at":1795420800} > {"email":"ben@salon.example","password_set_at":1795420800,"pin_set_at":1795420800,"set":["password"]}`}},
			{func() error {
				_, err := s.StaffAccessSet(asClara, account.StaffAccessSetInput{StaffID: ben, Email: new("b@salon.example"), Password: new(password), PIN: new("")})
				return err
			}, []string{`STAFF stf_demo-clara staffAccessSet stf_demo-ben {"email":"ben@salon.example","password_set_at":1795420800,"pin_set_at":1795420800} > {"email":"b@salon.example","password_set_at":1795420800,"set":["email","password","pin"]}`}},
			{func() error {
				_, err := s.StaffAccessSet(program, account.StaffAccessSetInput{StaffID: ella, PIN: new(pin)})
				return err
			}, []string{`PROGRAM stf_demo-clara/tok_ staffAccessSet stf_demo-ella - > {"email":"ella@salon.example","pin_set_at":1795420800,"set":["pin"]}`}},
			{func() error {
				_, err := s.StaffAccessSend(asClara, account.StaffAccessSendInput{StaffID: ella})
				return err
			}, []string{`STAFF stf_demo-clara staffAccessSend stf_demo-ella - > {"mail_id":"mal_"}`}},
			{func() error {
				_, err := s.StaffAccessSend(asClara, account.StaffAccessSendInput{StaffID: david})
				return err
			}, []string{
				`STAFF stf_demo-clara staffAccessSend stf_demo-david - > {"email":"david@salon.example","set":[]}`,
				`STAFF stf_demo-clara staffAccessSend stf_demo-david - > {"mail_id":"mal_"}`,
			}},
			{func() error {
				_, err := s.StaffAccessRemove(program, account.StaffAccessRemoveInput{StaffID: ella})
				return err
			}, []string{`PROGRAM stf_demo-clara/tok_ staffAccessRemove stf_demo-ella {"email":"ella@salon.example","pin_set_at":1795420800} > -`}},
			{func() error {
				_, err := s.StaffAccessRemove(asClara, account.StaffAccessRemoveInput{StaffID: ella}) // has none
				return err
			}, nil},
			{func() error {
				_, err := s.PasswordResetRequest(anyone, account.PasswordResetRequestInput{Email: "b@salon.example"})
				return err
			}, []string{`CLIENT - passwordResetRequest stf_demo-ben - > {"mail_id":"mal_"}`}},
			{func() error {
				_, err := s.PasswordResetRequest(anyone, account.PasswordResetRequestInput{Email: "nobody@salon.example"})
				return err
			}, []string{`CLIENT - passwordResetRequest - - > {"mail_id":""}`}},
			{func() error {
				_, _, err := s.APITokenCreate(asClara, account.APITokenCreateInput{Name: "Statistik", Role: staff.RoleMEMBER, ValidDays: 1})
				return err
			}, []string{`STAFF stf_demo-clara apiTokenCreate tok_ - > {"created_at":1795420800,"edges":{},"expires_at":1795507200,"id":"tok_","name":"Statistik","role":"MEMBER","staff_id":"stf_demo-clara"}`}},
			{func() error { return s.APITokenRevoke(asClara, account.APITokenRevokeInput{ID: row.ID}) }, []string{`STAFF stf_demo-clara apiTokenRevoke tok_ {"created_at":1795420800,"edges":{},"expires_at":1795507200,"id":"tok_","name":"Kassenbuch","role":"MANAGER","staff_id":"stf_demo-clara"} > -`}},
			{func() error {
				_, _, err := s.DeviceEnroll(asClara, account.DeviceEnrollInput{BranchID: mitte, Name: "Fenster"})
				return err
			}, []string{`STAFF stf_demo-clara deviceEnroll dev_ - > {"branch_id":"brn_demo-mitte","edges":{},"enrolled_at":1795420800,"id":"dev_","name":"Fenster"}`}},
			{func() error { return s.DeviceRemove(asClara, account.DeviceRemoveInput{ID: enrolled}) }, []string{`STAFF stf_demo-clara deviceRemove dev_ {"branch_id":"brn_demo-mitte","edges":{},"enrolled_at":1795420800,"id":"dev_","name":"Kasse"} > -`}},
		} {
			check(t, test.do())
			got := s.trail(t)
			for i, line := range got {
				got[i] = random.ReplaceAllString(line, "${1}_")
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("on record is %q,\nwant %q", got, test.want)
			}
		}
	})
}

func TestTheFirstOwnerIsOnRecord(t *testing.T) {
	eachEmpty(t, func(t *testing.T, s *testSalon) {
		begun := must(s.OwnerCreate(t.Context(), olga(must(s.OwnerLink(t.Context()))(t))))(t)
		got := s.trail(t)
		want := "STAFF " + begun.Staff.ID + " ownerCreate " + begun.Staff.ID +
			` - > {"email":"olga@salon.example","password_set_at":1795420800,"set":["email","password"]}`
		if len(got) != 1 || got[0] != want {
			t.Errorf("on record is %q,\nwant %q", got, want)
		}
	})
}
