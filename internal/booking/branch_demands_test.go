package booking_test

import (
	"fmt"
	"testing"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/internal/booking"
)

func TestABranchMayRequireAPhoneNumber(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		for _, test := range []struct {
			setting branch.CustomerPhone
			phone   *string
			want    string
		}{
			{branch.CustomerPhoneOFF, nil, ""},
			{branch.CustomerPhoneOPTIONAL, nil, ""},
			{branch.CustomerPhoneREQUIRED, nil, "REQUIRED customer.phone"},
			{branch.CustomerPhoneREQUIRED, new(" "), "REQUIRED customer.phone"},
			{branch.CustomerPhoneREQUIRED, new("+49 30 1"), ""},
		} {
			d.setRules(t, func(b *ent.BranchUpdate) { b.SetCustomerPhone(test.setting) })
			customer := carla()
			customer.Phone = test.phone
			booked, err := d.AppointmentBook(byOwner(t), booking.AppointmentBookInput{Start: new(start(t, videoTint, tuesdayTen)), Customer: customer, IdempotencyKey: d.key()}, "")
			same(t, fmt.Sprint(test), codes(err), test.want)
			if err == nil {
				must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{Secret: booked.Secret}))(t)
			}
		}
	})
}

func TestABookingRecordsTheLegalTextsInForce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.setRules(t, func(b *ent.BranchUpdate) { b.SetTermsVersion(3).SetPrivacyNoticeVersion(2).SetImprintVersion(1) })
		book := func(text string, shown *int) string {
			t.Helper()
			booked, err := d.AppointmentBook(byOwner(t), booking.AppointmentBookInput{
				Start: new(start(t, cut, text, anna)), Customer: carla(), IdempotencyKey: d.key(), TermsVersion: shown,
			}, "")
			if err != nil {
				return codes(err)
			}
			row := d.store.Client().Appointment.GetX(t.Context(), booked.ID)
			return fmt.Sprint(row.TermsVersion, row.PrivacyNoticeVersion)
		}
		same(t, "the text that was shown", book("2026-11-24 11:00", new(3)), "3 2")
		same(t, "not said", book("2026-11-24 15:00", nil), "3 2")
		same(t, "an older text", book("2026-11-24 16:00", new(2)), "CHANGED_MEANWHILE termsVersion")
		same(t, "none, when there were none yet", book("2026-11-24 16:00", new(0)), "CHANGED_MEANWHILE termsVersion")
		d.setRules(t, func(b *ent.BranchUpdate) { b.SetTermsVersion(0) })
		same(t, "none", book("2026-11-24 16:00", new(0)), "0 2")
	})
}
