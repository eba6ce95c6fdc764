package account_test

import (
	"strings"
	"testing"
	"time"

	"visavis/internal/account"
)

func TestTillsAreEnrolledListedAndRemoved(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		names := func() string {
			var list []string
			for _, row := range must(s.Devices(byOwner(t), nil, all))(t).Nodes {
				list = append(list, row.Name+" in "+row.BranchID)
			}
			return strings.Join(list, ", ")
		}
		same(t, "tills at first", names(), "")
		window, secret, err := s.DeviceEnroll(byManager(t), account.DeviceEnrollInput{BranchID: west, Name: " am  Fenster "})
		check(t, err)
		s.till(t, mitte)
		same(t, "tills", names(), "am Fenster in "+west+", Kasse in "+mitte)
		till := must(s.TillOf(t.Context(), secret))(t)
		same(t, "the till of the secret", till.Device.ID, window.ID)
		same(t, "since", till.Device.EnrolledAt, s.clock())

		check(t, s.DeviceRemove(byManager(t), account.DeviceRemoveInput{ID: window.ID}))
		same(t, "tills then", names(), "Kasse in "+mitte)
		if till := must(s.TillOf(t.Context(), secret))(t); till != nil {
			t.Errorf("it still is %v", till.Device)
		}
	})
}

// The answer of the first try is lost, and with it the cookie.
func TestARetryEnrollsNoSecondTill(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		input := account.DeviceEnrollInput{BranchID: west, Name: "Fenster", IdempotencyKey: new("a-key-of-a-browser")}
		first, lost, err := s.DeviceEnroll(byManager(t), input)
		check(t, err)
		again, secret, err := s.DeviceEnroll(byManager(t), input)
		check(t, err)
		same(t, "the till", again.ID, first.ID)
		same(t, "tills", len(must(s.Devices(byOwner(t), nil, all))(t).Nodes), 1)
		same(t, "by its secret", must(s.TillOf(t.Context(), secret))(t).Device.ID, first.ID)
		same(t, "by the secret that was lost", must(s.TillOf(t.Context(), lost))(t) == nil, true)
		other := input
		other.Name = "Empfang"
		s.refuses(t, "another till by the key", "IDEMPOTENCY_KEY_REUSED idempotencyKey", func() error {
			_, _, err := s.DeviceEnroll(byManager(t), other)
			return err
		})
		check(t, s.DeviceRemove(byManager(t), account.DeviceRemoveInput{ID: first.ID}))
		s.refuses(t, "after it was removed", "NOT_FOUND idempotencyKey", func() error {
			_, _, err := s.DeviceEnroll(byManager(t), input)
			return err
		})
	})
}

// A month after the first try, no retry is expected.
func TestKeysOfCreationsAreForgottenAfterAMonth(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		enroll := func(key string) string {
			t.Helper()
			till, _, err := s.DeviceEnroll(byOwner(t), account.DeviceEnrollInput{BranchID: west, Name: "Fenster", IdempotencyKey: &key})
			check(t, err)
			return till.ID
		}
		first := enroll("a-key-of-a-browser")
		s.advance(30 * 24 * time.Hour)
		enroll("a-key-of-another-one")
		same(t, "the till of a retry within 30 days", enroll("a-key-of-a-browser"), first)
		s.advance(time.Second)
		enroll("a-key-after-a-month-")
		same(t, "keys that are kept", s.store.Client().CreationRequest.Query().CountX(t.Context()), 2)
	})
}

func TestWhatIsNoTill(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		enroll := func(branchID, name string) func() error {
			return func() error {
				_, _, err := s.DeviceEnroll(byManager(t), account.DeviceEnrollInput{BranchID: branchID, Name: name})
				return err
			}
		}
		remove := func(id string) func() error {
			return func() error { return s.DeviceRemove(byManager(t), account.DeviceRemoveInput{ID: id}) }
		}
		s.refuses(t, "without a name", "REQUIRED name", enroll(mitte, " "))
		s.refuses(t, "with a long name", "TOO_LONG name 100", enroll(mitte, strings.Repeat("n", 101)))
		s.refuses(t, "in no branch", "NOT_FOUND branchId", enroll("brn_nothing", "Kasse"))
		s.refuses(t, "in a profile", "ID_OF_ANOTHER_KIND branchId brn", enroll(anna, "Kasse"))
		s.refuses(t, "removing none", "NOT_FOUND id", remove("dev_nothing"))
		s.refuses(t, "removing a branch", "ID_OF_ANOTHER_KIND id dev", remove(mitte))
		for _, secret := range []string{"", "x", "\x00", "\xff"} {
			if till := must(s.TillOf(t.Context(), secret))(t); till != nil {
				t.Errorf("%q is the till %v", secret, till.Device)
			}
		}
	})
}
