package booking_test

import (
	"strings"
	"testing"
	"time"

	"visavis/internal/booking"
)

// TestAReminderIsLeftOutIfAnotherMailHasJustCome books and moves to starts about a day later.
func TestAReminderIsLeftOutIfAnotherMailHasJustCome(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		for _, test := range []struct {
			name  string
			pass  time.Duration // from nine on Monday, or the case before
			start string
			is    bool
		}{
			{"an hour more than a day ahead", 0, "2026-11-24 10:00", true},
			{"a week ahead", 0, "2026-12-01 10:00", true},
			{"half an hour more than a day ahead", 90 * time.Minute, "2026-11-24 11:00", false},
			{"less than a day ahead", 2 * time.Hour, "2026-11-24 12:00", false},
		} {
			d.pass(test.pass)
			booked := d.book(t, start(t, videoCare, test.start, anna))
			if is := strings.Contains(strings.Join(d.mails(t, booked.ID), ", "), "1 REMINDER"); is != test.is {
				t.Errorf("%s: %v", test.name, d.mails(t, booked.ID))
			}
		}
		late := d.book(t, start(t, videoCare, "2026-12-01 12:00", anna))
		d.pass(21 * time.Hour) // Tuesday, half past nine
		moved := must(d.AppointmentMove(t.Context(), booking.AppointmentMoveInput{Secret: late.Secret, Start: at(t, "2026-11-25 10:00")}))(t)
		if mails := d.mails(t, moved.ID); strings.Contains(strings.Join(mails, ", "), "2 REMINDER") {
			t.Errorf("moved to a start in a day: %v", mails)
		}
	})
}
