package account_test

import (
	"strings"
	"testing"

	"visavis/internal/account"
)

func TestTillsAreEnrolledListedAndRemoved(t *testing.T) {
	each(t, func(t *testing.T, d *door) {
		names := func() string {
			var list []string
			for _, row := range must(d.Devices(t.Context()))(t) {
				list = append(list, row.Name+" in "+row.BranchID)
			}
			return strings.Join(list, ", ")
		}
		same(t, "tills at first", names(), "")
		window, secret, err := d.DeviceEnroll(byManager(t), account.DeviceEnrollInput{BranchID: west, Name: " am  Fenster "})
		check(t, err)
		d.till(t, mitte)
		same(t, "tills", names(), "Kasse in "+mitte+", am Fenster in "+west)
		till := must(d.TillOf(t.Context(), secret))(t)
		same(t, "the till of the secret", till.Device.ID, window.ID)
		same(t, "since", till.Device.EnrolledAt, d.clock())

		check(t, d.DeviceRemove(byManager(t), account.DeviceRemoveInput{ID: window.ID}))
		same(t, "tills then", names(), "Kasse in "+mitte)
		if till := must(d.TillOf(t.Context(), secret))(t); till != nil {
			t.Errorf("it still is %v", till.Device)
		}
	})
}

func TestWhatIsNoTill(t *testing.T) {
	each(t, func(t *testing.T, d *door) {
		enroll := func(branchID, name string) func() error {
			return func() error {
				_, _, err := d.DeviceEnroll(byManager(t), account.DeviceEnrollInput{BranchID: branchID, Name: name})
				return err
			}
		}
		remove := func(id string) func() error {
			return func() error { return d.DeviceRemove(byManager(t), account.DeviceRemoveInput{ID: id}) }
		}
		d.refuses(t, "without a name", "REQUIRED name", enroll(mitte, " "))
		d.refuses(t, "with a long name", "TOO_LONG name 100", enroll(mitte, strings.Repeat("n", 101)))
		d.refuses(t, "in no branch", "NOT_FOUND branchId", enroll("brn_nothing", "Kasse"))
		d.refuses(t, "in a profile", "ID_OF_ANOTHER_KIND branchId brn", enroll(anna, "Kasse"))
		d.refuses(t, "removing none", "NOT_FOUND id", remove("dev_nothing"))
		d.refuses(t, "removing a branch", "ID_OF_ANOTHER_KIND id dev", remove(mitte))
		for _, secret := range []string{"", "x", "\x00", "\xff"} {
			if till := must(d.TillOf(t.Context(), secret))(t); till != nil {
				t.Errorf("%q is the till %v", secret, till.Device)
			}
		}
	})
}
