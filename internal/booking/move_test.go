package booking_test

import (
	"strings"
	"testing"
	"time"

	"visavis/ent/appointment"
	"visavis/internal/booking"
)

func TestAMoveKeepsTheAppointmentAndFreesItsStart(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		before := d.book(t, start(t, videoTint, "2026-11-26 10:00"))
		after := must(d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{Secret: before.Secret, Start: at(t, "2026-11-26 10:15")}))(t)
		same(t, "its ID, secret and join link", after.ID+*after.Secret+*after.JoinToken, before.ID+*before.Secret+*before.JoinToken)
		same(t, "its version", after.Version, 2)
		same(t, "its times", after.StartsAt.String()+after.BlockedUntil.String(), "2026-11-26T09:15:00Z2026-11-26T09:50:00Z")
		same(t, "the old start", d.offered(t, start(t, cut, "2026-11-26 09:30", anna), nil), false)
		same(t, "a start that the old one was in the way of", d.offered(t, start(t, cut, "2026-11-26 09:15", anna), nil), true)
		same(t, "the new start", d.offered(t, start(t, videoTint, "2026-11-26 10:15", anna), nil), false)
		same(t, "mails", strings.Join(d.mails(t, after.ID), ", "),
			"1 CONFIRMED DROPPED, 1 REMINDER DROPPED, 2 MOVED WAITING, 2 REMINDER WAITING")

		same(t, "moved to where it is", must(d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{Secret: before.Secret, Start: after.StartsAt}))(t).Version, 2)
		other := must(d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{ID: &after.ID, Start: at(t, "2026-11-27 09:00"), StaffID: new(david)}))
		_ = other
	})
}

// TestACustomerWhoMovesIsOfferedEveryPossibleStart tries every start of a day around an appointment, which hides some starts
// from others but none from its customer.
func TestACustomerWhoMovesIsOfferedEveryPossibleStart(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		ten := at(t, "2026-11-26 10:00")
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		d.book(t, start(t, cut, "2026-11-26 14:00", anna))
		moved, hidden := 0, 0
		for when := at(t, "2026-11-26 08:30"); when < at(t, "2026-11-26 19:00"); when = when.Add(15 * time.Minute) {
			wanted := booking.StartInput{BranchID: mitte, ServiceID: videoTint, StaffID: new(anna), Start: when}
			offered := d.offeredTo(t, wanted, booking.Search{BookingSecret: booked.Secret})
			if offered && !d.offered(t, wanted, nil) {
				hidden++
			}
			_, err := d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{Secret: booked.Secret, Start: when})
			if offered != (err == nil) {
				t.Errorf("%s is offered: %t, but to move there: %v", when, offered, err)
			}
			if err == nil {
				moved++
				must(d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{Secret: booked.Secret, Start: ten}))(t)
			}
		}
		if moved < 20 || hidden != 5 {
			t.Errorf("moved to %d starts, of which the appointment hid %d from others", moved, hidden)
		}
	})
}

func TestRefusedMoves(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00"))
		d.book(t, start(t, cut, "2026-11-26 14:00", anna))
		hold := d.hold(t, start(t, cut, "2026-11-26 16:00", anna), nil)
		move := func(change func(*booking.AppointmentMoveInput)) string {
			input := booking.AppointmentMoveInput{Secret: booked.Secret, Start: at(t, "2026-11-26 11:00")}
			change(&input)
			_, err := d.AppointmentMove(byOwner(t), input)
			return codes(err)
		}
		for _, test := range []struct {
			change func(*booking.AppointmentMoveInput)
			want   string
		}{
			{func(i *booking.AppointmentMoveInput) { i.Secret = new("unknown") }, "NOT_FOUND secret"},
			{func(i *booking.AppointmentMoveInput) { i.Secret = hold.Secret }, "NOT_FOUND secret"},
			{func(i *booking.AppointmentMoveInput) { i.ID = &booked.ID }, "EXACTLY_ONE secret"},
			{func(i *booking.AppointmentMoveInput) { i.Secret, i.ID = nil, new("apt_unknown") }, "NOT_FOUND id"},
			{func(i *booking.AppointmentMoveInput) { i.Secret, i.ID = nil, new(anna) }, "ID_OF_ANOTHER_KIND id"},
			{func(i *booking.AppointmentMoveInput) { i.StaffID = new("stf_unknown") }, "NOT_FOUND staffId"},
			{func(i *booking.AppointmentMoveInput) { i.StaffID = new(ben) }, "START_NOT_BOOKABLE start NO_VIDEO_LINK"},
			{func(i *booking.AppointmentMoveInput) { i.Start = at(t, "2026-11-26 14:15") }, "START_TAKEN start OCCUPIED"},
			{func(i *booking.AppointmentMoveInput) { i.Start = at(t, "2026-11-26 16:15") }, "START_TAKEN start OCCUPIED"},
			{func(i *booking.AppointmentMoveInput) { i.Start = at(t, "2026-11-26 08:00") }, "START_NOT_BOOKABLE start BRANCH_CLOSED NOT_ROSTERED"},
			// Clients cannot override anything.
			{func(i *booking.AppointmentMoveInput) { i.Start, i.Override = at(t, "2026-11-26 08:00"), true }, "START_NOT_BOOKABLE start BRANCH_CLOSED NOT_ROSTERED"},
		} {
			same(t, "the move", move(test.change), test.want)
		}
		same(t, "the appointment stands", must(d.store.Client().Appointment.Get(byOwner(t), booked.ID))(t).StartsAt, booked.StartsAt)
	})
}

func TestACancelledAppointmentFreesItsStart(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		ten := start(t, videoTint, "2026-11-26 10:00")
		booked := d.book(t, ten)
		same(t, "booked", d.offered(t, ten, nil), false)
		cancelled := must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{Secret: booked.Secret}))(t)
		same(t, "status", cancelled.Status, appointment.StatusCANCELLED)
		same(t, "version", cancelled.Version, 2)
		same(t, "cancelled", d.offered(t, ten, nil), true)
		same(t, "mails", strings.Join(d.mails(t, booked.ID), ", "), "1 CONFIRMED DROPPED, 1 REMINDER DROPPED, 2 CANCELLED WAITING")
		_, err := d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{Secret: booked.Secret})
		same(t, "once more", codes(err), "STATUS_FORBIDS secret")
		_, err = d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{ID: &booked.ID, Start: at(t, "2026-11-26 11:00")})
		same(t, "moved", codes(err), "STATUS_FORBIDS id")
	})
}

func TestSettingAnOutcome(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, tuesdayTen))
		set := func(outcome *booking.Outcome) string {
			row, err := d.AppointmentOutcomeSet(byOwner(t), booking.AppointmentOutcomeSetInput{ID: booked.ID, Outcome: outcome})
			if err != nil {
				return codes(err)
			}
			return string(row.Status)
		}
		same(t, "before it has begun", set(new(booking.NoShow)), "STATUS_FORBIDS id")
		d.now.Store(int64(at(t, tuesdayTen)))
		same(t, "it took place", set(new(booking.Completed)), "COMPLETED")
		same(t, "nobody came", set(new(booking.NoShow)), "NO_SHOW")
		same(t, "told by mistake", set(nil), "CONFIRMED")
		d.pass(24 * time.Hour)
		must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &booked.ID}))(t)
		same(t, "cancelled", set(new(booking.Completed)), "STATUS_FORBIDS id")
	})
}
