package booking_test

import (
	"strings"
	"testing"

	"visavis/ent/auditentry"
	"visavis/internal/booking"
	"visavis/internal/salon"
)

func TestStaffOverrideOnlyRulesThatMayBeOverridden(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.book(t, start(t, cut, "2026-11-26 14:00", anna))
		if _, err := d.salon.StaffUpdate(byOwner(t), salon.StaffUpdateInput{ID: ben, BookableOnline: new(false)}); err != nil {
			t.Fatal(err)
		}
		for _, test := range []struct {
			name                 string
			staff, service, when string
			plainly, overriding  string // what is answered; empty: booked
		}{
			{"as anybody could", anna, videoTint, "2026-11-26 10:00", "", ""},
			{"with somebody who is not bookable online", ben, cut, "2026-11-26 10:00", "", ""},
			{"too soon", ben, cut, "2026-11-23 09:15",
				"OVERRIDE_REQUIRED override BRANCH_CLOSED NOT_ROSTERED TOO_SOON", ""},
			{"off the interval", ben, cut, "2026-11-26 11:07", "OVERRIDE_REQUIRED override OFF_INTERVAL", ""},
			{"beyond the horizon", ben, cut, "2027-03-02 10:00", "OVERRIDE_REQUIRED override BEYOND_HORIZON", ""},
			{"while she has another", anna, cut, "2026-11-26 14:15", "START_TAKEN start OCCUPIED", "START_TAKEN start OCCUPIED"},
			{"while she has another, at night", anna, cut, "2026-11-26 13:50",
				"START_NOT_BOOKABLE start NOT_ROSTERED OCCUPIED OFF_INTERVAL", "START_NOT_BOOKABLE start NOT_ROSTERED OCCUPIED OFF_INTERVAL"},
			{"without a link", ben, videoTint, "2026-11-26 15:00", "START_NOT_BOOKABLE start NO_VIDEO_LINK", "START_NOT_BOOKABLE start NO_VIDEO_LINK"},
		} {
			input := booking.AppointmentBookByStaffInput{
				BranchID: mitte, ServiceID: test.service, StaffID: test.staff, Start: at(t, test.when),
			}
			_, err := d.AppointmentBookByStaff(byOwner(t), input)
			same(t, test.name, codes(err), test.plainly)
			if err == nil {
				continue
			}
			input.Override = true
			booked, err := d.AppointmentBookByStaff(byOwner(t), input)
			same(t, test.name+", overriding", codes(err), test.overriding)
			if err == nil {
				d.checkOverridden(t, booked.ID, strings.Fields(test.plainly)[2:])
			}
		}
	})
}

// checkOverridden expects the audit trail to name the rules.
func (d *fixture) checkOverridden(t *testing.T, appointmentID string, obstacles []string) {
	t.Helper()
	entry := must(d.store.Client().AuditEntry.Query().Where(auditentry.SubjectID(appointmentID)).Only(byOwner(t)))(t)
	for _, o := range obstacles {
		if !strings.Contains(string(entry.After), o) {
			t.Errorf("the audit trail does not tell that %s was overridden: %s", o, entry.After)
		}
	}
}
