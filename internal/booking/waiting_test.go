package booking_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/internal/booking"
	"visavis/internal/mailquota"
	"visavis/internal/store"
)

// tryOnline books a cut with Ben as somebody who is not signed in.
func (d *fixture) tryOnline(t *testing.T, who booking.CustomerInput, when string) (*ent.Appointment, error) {
	t.Helper()
	return d.AppointmentBook(t.Context(), booking.AppointmentBookInput{Start: new(start(t, cut, when, ben)), Customer: who, IdempotencyKey: d.key()}, "")
}

func TestTheFourthBookingOfAnAddressWaits(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.setRules(t, func(b *ent.BranchUpdate) { b.SetOpenBookingsPerAddress(3) })
		var booked []*ent.Appointment
		for day := 24; day <= 26; day++ {
			booked = append(booked, must(d.tryOnline(t, dora(), fmt.Sprintf("2026-11-%d 10:00", day)))(t))
		}
		loud := dora()
		loud.Email = new(" DORA@quastenflosser.example\t")
		fourth := must(d.tryOnline(t, loud, "2026-11-27 10:00"))(t)
		none, required := booking.ConfirmationOf(fourth)
		same(t, "the fourth is booked", none != nil, false)
		same(t, "where the button is sent", required.Email, "dora@quastenflosser.example")
		same(t, "until when it is held", required.ExpiresAt, monday().Add(30*time.Minute))
		same(t, "its mails", fmt.Sprint(d.mails(t, fourth.ID)), "[1 TO_CONFIRM WAITING]")
		same(t, "its start is offered", d.offered(t, start(t, cut, "2026-11-27 10:00", ben), nil), false)
		same(t, "by its secret", must(d.BookingBySecret(t.Context(), *fourth.Secret))(t) == nil, true)
		same(t, "the next of another address", must(d.tryOnline(t, carla(), "2026-11-28 10:00"))(t).Status, appointment.StatusCONFIRMED)

		token := d.tokenOf(t, fourth)
		for range 2 {
			same(t, "pressing the button", codes(d.AppointmentConfirm(t.Context(), token)), "")
		}
		now := must(d.Appointment(byOwner(t), fourth.ID))(t)
		same(t, "then it is booked", string(now.Status)+now.ContactName, "CONFIRMEDDora Quastenflosser")
		same(t, "for the customer", *now.CustomerID, *booked[0].CustomerID)
		same(t, "the mails", len(d.mails(t, fourth.ID)), 3)

		must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &booked[0].ID}))(t)
		_, required = booking.ConfirmationOf(must(d.tryOnline(t, dora(), "2026-12-03 10:00"))(t))
		same(t, "with one cancelled of four", required != nil, true)
		must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &booked[1].ID}))(t)
		_, required = booking.ConfirmationOf(must(d.tryOnline(t, dora(), "2026-12-04 10:00"))(t))
		same(t, "with two cancelled of four", required == nil, true)
	})
}

func TestAStartThatNobodyConfirmsIsFreeAgain(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.setRules(t, func(b *ent.BranchUpdate) { b.SetConfirmBookings(branch.ConfirmBookingsALWAYS) })
		waiting := must(d.tryOnline(t, dora(), tuesdayTen))(t)
		token := d.tokenOf(t, waiting)
		d.pass(30 * time.Minute)
		if err := d.AnnounceExpiredHolds(t.Context()); err != nil {
			t.Fatal(err)
		}
		same(t, "it is offered", d.offered(t, start(t, cut, tuesdayTen, ben), nil), true)
		same(t, "the button", codes(d.AppointmentConfirm(t.Context(), token)), "LINK_USED token")
		same(t, "what is left of the contact", d.store.Client().Appointment.Query().CountX(t.Context()), 0)
	})
}

func TestWhichBookingsWait(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		confirmed, unconfirmed := dora(), carla()
		d.confirm(t, must(d.tryOnline(t, confirmed, "2026-12-01 10:00"))(t))
		must(d.tryOnline(t, unconfirmed, "2026-12-02 10:00"))(t)
		for i, test := range []struct {
			rule branch.ConfirmBookings
			who  booking.CustomerInput
			want bool
		}{
			{branch.ConfirmBookingsOFF, unconfirmed, false},
			{branch.ConfirmBookingsFIRST, unconfirmed, true},
			{branch.ConfirmBookingsFIRST, confirmed, false},
			{branch.ConfirmBookingsALWAYS, unconfirmed, true},
			{branch.ConfirmBookingsALWAYS, confirmed, true},
		} {
			d.setRules(t, func(b *ent.BranchUpdate) { b.SetConfirmBookings(test.rule) })
			_, required := booking.ConfirmationOf(must(d.tryOnline(t, test.who, fmt.Sprintf("2026-11-%d 10:00", 24+i)))(t))
			same(t, fmt.Sprintf("%s, by %s", test.rule, test.who.Name), required != nil, test.want)
		}
	})
}

// An attempt that is repeated waits for the same button, and the address has no more starts than mails.
func TestOneAddressHoldsNoMoreThanItsMails(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.setRules(t, func(b *ent.BranchUpdate) { b.SetConfirmBookings(branch.ConfirmBookingsALWAYS).SetPhone("030 1") })
		input := booking.AppointmentBookInput{Start: new(start(t, cut, tuesdayTen, ben)), Customer: dora(), IdempotencyKey: d.key()}
		first := must(d.AppointmentBook(t.Context(), input, ""))(t)
		same(t, "a repeated attempt", must(d.AppointmentBook(t.Context(), input, ""))(t).ID, first.ID)
		err := d.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			for range mailquota.Most - 2 {
				if _, err := mailquota.Take(ctx, tx, mailquota.Appointments, "Dora+salon@quastenflosser.example", monday()); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		must(d.tryOnline(t, dora(), "2026-11-26 10:00"))(t)
		_, err = d.tryOnline(t, dora(), "2026-11-27 10:00")
		same(t, "beyond its mails", codes(err), "TOO_MANY_BOOKINGS customer.email")
		same(t, "what to do", err.Error(), "Several appointments are already booked for this email address. Cancel one of them, or call the salon (030 1).")
	})
}

func TestWithoutAMailServerNoBookingWaits(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		mute := booking.New(booking.Options{Store: d.store, Feed: d.feed, Clock: monday})
		d.setRules(t, func(b *ent.BranchUpdate) {
			b.SetConfirmBookings(branch.ConfirmBookingsALWAYS).SetOpenBookingsPerAddress(1)
		})
		book := func(when string) error {
			_, err := mute.AppointmentBook(t.Context(), booking.AppointmentBookInput{Start: new(start(t, cut, when, ben)), Customer: dora(), IdempotencyKey: d.key()}, "")
			return err
		}
		same(t, "the first", codes(book(tuesdayTen)), "")
		same(t, "the second", codes(book("2026-11-26 10:00")), "TOO_MANY_BOOKINGS customer.email")
	})
}

func TestAForgottenCustomersWaitingBookingGoes(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := must(d.tryOnline(t, dora(), tuesdayTen))(t)
		d.setRules(t, func(b *ent.BranchUpdate) { b.SetConfirmBookings(branch.ConfirmBookingsALWAYS) })
		must(d.tryOnline(t, dora(), "2026-11-26 10:00"))(t)
		must(d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: *booked.CustomerID}))(t)
		same(t, "holds that are left", d.count(t, appointment.StatusHELD), 0)
		same(t, "its start is offered", d.offered(t, start(t, cut, "2026-11-26 10:00", ben), nil), true)
	})
}

func TestAChainOfHoldsEnds(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		starts := []booking.StartInput{start(t, cut, tuesdayTen, ben), start(t, cut, "2026-11-26 10:00", ben)}
		hold := d.hold(t, starts[0], nil)
		for i := range 3 {
			d.pass(9 * time.Minute)
			hold = d.hold(t, starts[(i+1)%2], hold.Secret)
		}
		same(t, "it expires", *hold.HoldExpiresAt, monday().Add(30*time.Minute))
		d.pass(3 * time.Minute)
		same(t, "its start is offered to others", d.offered(t, starts[1], nil), true)
		same(t, "and a new chain has another secret", *d.hold(t, starts[0], hold.Secret).Secret == *hold.Secret, false)
	})
}

func TestARetryAfterForgettingBooksNothing(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		input := booking.AppointmentBookInput{Start: new(start(t, cut, tuesdayTen, ben)), Customer: dora(), IdempotencyKey: d.key()}
		booked := must(d.AppointmentBook(t.Context(), input, ""))(t)
		must(d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: *booked.CustomerID}))(t)
		for range 2 {
			_, err := d.AppointmentBook(t.Context(), input, "")
			same(t, "the same request", codes(err), "BOOKING_FORGOTTEN idempotencyKey")
		}
		same(t, "appointments", d.count(t, appointment.StatusCONFIRMED), 0)
		same(t, "customers", d.store.Client().Customer.Query().CountX(t.Context()), 0)
	})
}
