package account_test

import (
	"testing"

	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/salon"
)

// "Möglicherweise musst du einen neuen System-PIN und ein Passwort für diese Profile erstellen."
func TestAVideoProfileGetsAPINAndAPassword(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		video := must(s.salon.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: ben}))(t).ID
		s.set(t, account.StaffAccessSetInput{StaffID: video, PIN: new("7391")})
		same(t, "the address", s.account(t, video).Email, "")
		same(t, "who signs in at the till", must(s.signInByPIN(t, s.till(t, mitte), video, "7391"))(t).Staff.ID, video)
		s.refuses(t, "a password without an address", "REQUIRED email", func() error {
			_, err := s.StaffAccessSet(byOwner(t), account.StaffAccessSetInput{StaffID: video, Password: new(password)})
			return err
		})
		s.set(t, account.StaffAccessSetInput{StaffID: video, Email: new("video.ben@salon.example"), Password: new(password)})
		same(t, "who signs in", must(s.signInBy(t, "video.ben@salon.example", password))(t).Staff.ID, video)
		s.signIn(t, ben) // as himself

		// Video profiles from before share the address of the original.
		_, err := s.salon.StaffUpdate(byOwner(t), salon.StaffUpdateInput{ID: ella, Email: new(emailOf(ben))})
		check(t, err)
		s.set(t, account.StaffAccessSetInput{StaffID: ella, PIN: new("7391")})
		same(t, "the address of a profile that shares one", s.account(t, ella).Email, "")
		_, err = s.signInBy(t, "", password)
		same(t, "no address", codes(err), "SIGN_IN_FAILED email")
	})
}

// Who signs in as a copy of the owner's profile sees the owner's appointments, in every branch.
func TestManagersSignInAsNoCopyOfTheOwner(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		asClara := actor.With(t.Context(), actor.Actor{Role: actor.Manager, StaffID: clara, PersonID: "prs_demo-clara", Branches: []string{mitte}, Fresh: true})
		for original, want := range map[string]string{anna: "ROLE_TOO_HIGH staffId", ben: ""} {
			copied := must(s.salon.StaffDuplicateForVideo(asClara, salon.StaffDuplicateForVideoInput{StaffID: original}))(t).ID
			_, err := s.StaffAccessSet(asClara, account.StaffAccessSetInput{StaffID: copied, PIN: new("7391")})
			same(t, "a PIN for a copy of "+original, codes(err), want)
		}
	})
}
