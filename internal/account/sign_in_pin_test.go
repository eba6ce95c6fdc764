package account_test

import (
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/salon"
)

func TestWhoSignsInAtATill(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		inMitte, inWest := s.till(t, mitte), s.till(t, west)
		s.set(t, account.StaffAccessSetInput{StaffID: ella, Password: new(password)}) // without a PIN
		for _, test := range []struct {
			what, device, staffID, pin, want string
		}{
			{"Ben in his branch", inMitte, ben, pin, ""},
			{"Ben in another one", inWest, ben, pin, "SIGN_IN_FAILED pin"},
			{"Anna in one of hers", inMitte, anna, pin, ""},
			{"Anna in the other", inWest, anna, pin, ""},
			{"a wrong PIN", inMitte, ben, "2581", "SIGN_IN_FAILED pin"},
			{"no PIN", inMitte, ben, "", "SIGN_IN_FAILED pin"},
			{"the password for a PIN", inMitte, ben, password, "SIGN_IN_FAILED pin"},
			{"somebody without a PIN", inMitte, ella, "", "SIGN_IN_FAILED pin"},
			{"somebody without access", inWest, david, pin, "SIGN_IN_FAILED pin"},
			{"nobody", inMitte, "", pin, "SIGN_IN_FAILED pin"},
			{"somebody unknown", inMitte, "stf_nobody", pin, "SIGN_IN_FAILED pin"},
			{"something else", inMitte, mitte, pin, "SIGN_IN_FAILED pin"},
			{"what no database takes", inMitte, ben + "\x00", pin, "SIGN_IN_FAILED pin"},
			{"what is no text", inMitte, "stf_\xff", pin, "SIGN_IN_FAILED pin"},
			{"a PIN that is no text", inMitte, ben, "\xff\x00", "SIGN_IN_FAILED pin"},
			{"without a device", "", ben, pin, "DEVICE_UNKNOWN pin"},
			{"with an unknown one", "unknown", ben, pin, "DEVICE_UNKNOWN pin"},
			{"with most of a secret", inMitte[1:], ben, pin, "DEVICE_UNKNOWN pin"},
			{"with its ID", must(s.Devices(byOwner(t), nil, all))(t).Nodes[0].ID, ben, pin, "DEVICE_UNKNOWN pin"},
			{"with what no database takes", "\x00\xff", ben, pin, "DEVICE_UNKNOWN pin"},
		} {
			begun, err := s.signInByPIN(t, test.device, test.staffID, test.pin)
			if got := codes(err); got != test.want {
				t.Errorf("%s: got %q, want %q", test.what, got, test.want)
			}
			if test.want == "" && err == nil {
				who := s.actorOf(t, begun.Secret)
				same(t, test.what, who.StaffID, test.staffID)
				same(t, "signed in by PIN", who.ByPIN, true)
			}
		}
	})
}

func TestWhoIsNotActiveInABranchHasNoPINThere(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		names := func() string {
			var list []string
			for _, profile := range must(s.TillOf(t.Context(), device))(t).Staff {
				list = append(list, profile.DisplayName)
			}
			return strings.Join(list, " ")
		}
		same(t, "who may sign in", names(), "Anna Ben Clara")
		s.activate(t, ben, mitte, false)
		s.archive(t, clara)
		same(t, "who may sign in then", names(), "Anna")
		for _, staffID := range []string{ben, clara} {
			_, err := s.signInByPIN(t, device, staffID, pin)
			same(t, staffID, codes(err), "SIGN_IN_FAILED pin")
		}
		s.activate(t, ben, mitte, true)
		must(s.signInByPIN(t, device, ben, pin))(t)
	})
}

func (s *testSalon) activate(t *testing.T, staffID, branchID string, active bool) {
	t.Helper()
	_, _, err := s.salon.StaffBranchSet(byOwner(t), salon.StaffBranchSetInput{StaffID: staffID, BranchID: branchID, Active: active})
	check(t, err)
}

func TestAnUnknownProfileIsHashedAtATillAsWell(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		hashings := s.Attend()
		for _, staffID := range []string{ben, david, ella, "stf_nobody", "", "\x00"} {
			result := make(chan error, 1)
			go func() {
				_, err := s.signInByPIN(t, device, staffID, "1397")
				result <- err
			}()
			select {
			case <-hashings:
				hashings <- struct{}{}
				same(t, staffID, codes(<-result), "SIGN_IN_FAILED pin")
			case err := <-result:
				t.Errorf("%q is refused before anything was hashed: %v", staffID, err)
			}
		}
	})
}

func TestWrongPINsDelayTheNextAttempt(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		for range 5 {
			_, err := s.signInByPIN(t, device, ben, "1397")
			same(t, "a free try", codes(err), "SIGN_IN_FAILED pin")
		}
		for _, minutes := range []int{1, 2, 4, 8, 16, 32, 60, 60, 60} {
			s.refuses(t, "a right PIN at once", "TOO_MANY_TRIES pin "+strconv.Itoa(minutes), func() error {
				_, err := s.signInByPIN(t, device, ben, pin)
				return err
			})
			s.advance(time.Duration(minutes)*time.Minute - time.Second)
			s.refuses(t, "a right PIN a second too early", "TOO_MANY_TRIES pin 1", func() error {
				_, err := s.signInByPIN(t, device, ben, pin)
				return err
			})
			s.advance(time.Second)
			_, err := s.signInByPIN(t, device, ben, "1397")
			same(t, "a wrong one after "+strconv.Itoa(minutes)+" minutes", codes(err), "SIGN_IN_FAILED pin")
		}
		s.signIn(t, ben) // by password, all the while
		must(s.signInByPIN(t, device, anna, pin))(t)
		s.advance(time.Hour)
		must(s.signInByPIN(t, device, ben, pin))(t)
	})
}

func TestAttemptsAreCountedAcrossTills(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		tills := []string{s.till(t, mitte), s.till(t, west), s.till(t, mitte)}
		for n := range 5 {
			_, err := s.signInByPIN(t, tills[n%3], anna, "1397")
			same(t, "a free try", codes(err), "SIGN_IN_FAILED pin")
		}
		for _, device := range append(tills, s.till(t, mitte)) {
			_, err := s.signInByPIN(t, device, anna, pin)
			same(t, "the next", codes(err), "TOO_MANY_TRIES pin 1")
		}
	})
}

func TestWhatForgetsWrongPINs(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		for what, test := range map[string]struct {
			wrong  int
			forget func()
		}{
			"a right PIN": {4, func() { must(s.signInByPIN(t, device, ben, pin))(t) }},
			"another PIN": {5, func() { s.set(t, account.StaffAccessSetInput{StaffID: ben, PIN: new(pin)}) }},
			"one's own link": {5, func() {
				must(s.AccessLinkUse(t.Context(), account.AccessLinkUseInput{Secret: s.link(t, ben), PIN: new(pin)}))(t)
			}},
		} {
			for range test.wrong {
				_, err := s.signInByPIN(t, device, ben, "1397")
				same(t, "a wrong PIN before "+what, codes(err), "SIGN_IN_FAILED pin")
			}
			test.forget()
			same(t, "wrong ones after "+what, s.account(t, ben).PinFailures, 0)
			same(t, "locked after "+what, s.account(t, ben).PinLockedUntil == nil, true)
			must(s.signInByPIN(t, device, ben, pin))(t)
		}
		for range 5 {
			_, err := s.signInByPIN(t, device, ben, "1397")
			same(t, "a wrong PIN", codes(err), "SIGN_IN_FAILED pin")
		}
		s.signIn(t, ben)
		s.set(t, account.StaffAccessSetInput{StaffID: ben, Password: new(password)})
		_, err := s.signInByPIN(t, device, ben, pin)
		same(t, "after another password", codes(err), "TOO_MANY_TRIES pin 1")
	})
}

func TestManyTriesAtOnceAreNoMoreThanOneAfterTheOther(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		const tries = 64
		results := make(chan error)
		for range tries {
			go func() {
				_, err := s.signInByPIN(t, device, ben, "1397")
				results <- err
			}()
		}
		counts := map[string]int{}
		for range tries {
			counts[codes(<-results)]++
		}
		same(t, "wrong", counts["SIGN_IN_FAILED pin"], 5)
		same(t, "too many", counts["TOO_MANY_TRIES pin 1"], tries-5)
		same(t, "counted", s.account(t, ben).PinFailures, 5)
	})
}

func TestRightPINsAtOnceLetInAndLeaveNothingBehind(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		var all sync.WaitGroup
		for range 5 {
			all.Go(func() {
				begun, err := s.signInByPIN(t, device, ben, pin)
				if err != nil {
					t.Error(codes(err))
					return
				}
				if s.actorOf(t, begun.Secret).Role != actor.Member {
					t.Error("the session lets nobody in")
				}
			})
		}
		all.Wait()
		same(t, "wrong ones", s.account(t, ben).PinFailures, 0)
		same(t, "locked", s.account(t, ben).PinLockedUntil == nil, true)
	})
}

func TestWhatChangesWhileAPINIsComparedCounts(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		device := s.till(t, mitte)
		enrolled := must(s.Devices(byOwner(t), nil, all))(t).Nodes[0].ID
		hashings := s.Attend()
		for _, test := range []struct {
			what, staffID, want string
			change              func()
		}{
			{"the PIN is taken away", clara, "SIGN_IN_FAILED pin", func() {
				s.set(t, account.StaffAccessSetInput{StaffID: clara, PIN: new("")})
			}},
			{"the profile is archived", ben, "SIGN_IN_FAILED pin", func() { s.archive(t, ben) }},
			{"the till is removed", anna, "DEVICE_UNKNOWN pin", func() {
				check(t, s.DeviceRemove(byOwner(t), account.DeviceRemoveInput{ID: enrolled}))
			}},
		} {
			result := make(chan error, 1)
			go func() {
				_, err := s.signInByPIN(t, device, test.staffID, pin)
				result <- err
			}()
			<-hashings
			test.change()
			hashings <- struct{}{}
			same(t, "when "+test.what, codes(<-result), test.want)
		}
	})
}
