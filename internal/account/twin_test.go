package account_test

import (
	"testing"

	"visavis/internal/account"
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
