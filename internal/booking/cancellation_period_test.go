package booking_test

import (
	"testing"
	"time"

	"visavis/ent"
	"visavis/internal/booking"
	"visavis/internal/civil"
)

func TestACustomerMovesAndCancelsUntilTheCancellationPeriodBegins(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00"))
		move := func(by booking.AppointmentMoveInput) string {
			by.Start = at(t, "2026-11-26 11:00")
			_, err := d.AppointmentMove(byOwner(t), by)
			return codes(err)
		}
		cancel := func() string {
			_, err := d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{Secret: booked.Secret})
			return codes(err)
		}
		bySecret := booking.AppointmentMoveInput{Secret: booked.Secret}

		d.now.Store(int64(at(t, "2026-11-25 10:00")) + 1)
		same(t, "moved in the cancellation period", move(bySecret), "CANCELLATION_PERIOD secret")
		same(t, "cancelled in the cancellation period", cancel(), "CANCELLATION_PERIOD secret")
		d.now.Store(int64(at(t, "2026-11-26 10:00")))
		same(t, "moved after the start", move(bySecret), "STATUS_FORBIDS secret")
		same(t, "cancelled after the start", cancel(), "STATUS_FORBIDS secret")

		d.now.Store(int64(at(t, "2026-11-25 10:00")) + 1)
		same(t, "moved in the cancellation period by staff", move(booking.AppointmentMoveInput{ID: &booked.ID}), "")
		d.now.Store(int64(at(t, "2026-11-25 11:00")))
		same(t, "cancelled at the last instant", cancel(), "")
	})
}

func TestTheCancellationPeriodCountsBackFromTheStart(t *testing.T) {
	const start = civil.Instant(1_000_000)
	for _, test := range []struct {
		minutes int
		want    time.Duration
	}{{0, 0}, {1, time.Minute}, {24 * 60, 24 * time.Hour}} {
		until := booking.ChangeableUntil(&ent.Appointment{StartsAt: start}, &ent.Branch{CancellationPeriodMinutes: test.minutes})
		if start.Sub(until) != test.want {
			t.Errorf("%d minutes: until %v before the start", test.minutes, start.Sub(until))
		}
	}
}
