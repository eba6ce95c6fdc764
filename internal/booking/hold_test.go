package booking_test

import (
	"testing"
	"time"

	"visavis/ent/appointment"
	"visavis/internal/booking"
)

const tuesdayTen = "2026-11-24 10:00"

func TestAHoldHidesItsStartFromEveryoneButItsHolder(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		ten := start(t, videoTint, tuesdayTen, anna)
		hold := d.hold(t, ten, nil)
		same(t, "who serves", hold.StaffID, anna)
		same(t, "it expires", *hold.HoldExpiresAt, monday().Add(10*time.Minute))
		same(t, "to others it is offered", d.offered(t, ten, nil), false)
		same(t, "to its holder it is offered", d.offered(t, ten, hold.Secret), true)
		_, err := d.tryHold(byOwner(t), ten, nil)
		same(t, "somebody else", codes(err), "START_TAKEN start OCCUPIED")
		_, err = d.tryBook(byOwner(t), start(t, cut, "2026-11-24 09:45", anna))
		same(t, "somebody else, overlapping", codes(err), "START_TAKEN start.start OCCUPIED")

		again := d.hold(t, ten, hold.Secret)
		same(t, "holding it again changes nothing", again.ID, hold.ID)

		d.pass(10 * time.Minute)
		same(t, "once it has expired it is offered", d.offered(t, ten, nil), true)
		other := d.hold(t, ten, nil)
		same(t, "and held by somebody else", *other.Secret == *hold.Secret, false)
	})
}

func TestHoldingAnotherStartGivesUpTheFirst(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		ten, eleven := start(t, videoTint, tuesdayTen, anna), start(t, videoTint, "2026-11-24 11:00", anna)
		first := d.hold(t, ten, nil)
		taken := d.hold(t, start(t, cut, "2026-11-24 12:00", anna), nil)
		_, err := d.tryHold(byOwner(t), start(t, cut, "2026-11-24 12:00", anna), first.Secret)
		same(t, "a start that is taken", codes(err), "START_TAKEN start OCCUPIED")
		same(t, "the first is kept then", d.offered(t, ten, nil), false)

		second := d.hold(t, eleven, first.Secret)
		same(t, "the secret", *second.Secret, *first.Secret)
		same(t, "the first start", d.offered(t, ten, nil), true)
		same(t, "the second start", d.offered(t, eleven, nil), false)

		overlapping := d.hold(t, start(t, videoTint, "2026-11-24 11:15", anna), second.Secret)
		same(t, "one that overlaps the holder's own", overlapping.StartsAt, at(t, "2026-11-24 11:15"))
		for range 2 {
			if err := d.AppointmentHoldRelease(byOwner(t), booking.AppointmentHoldReleaseInput{Secret: *overlapping.Secret}); err != nil {
				t.Error(err)
			}
		}
		same(t, "holds that are left", d.count(t, appointment.StatusHELD), 1)
		same(t, "it is somebody else's", *taken.Secret == *first.Secret, false)
	})
}

func TestARefusedCustomerIsOfferedTheNextStarts(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.hold(t, start(t, videoTint, "2026-11-24 15:45", anna), nil)
		_, err := d.tryHold(byOwner(t), start(t, videoTint, "2026-11-24 16:00"), nil)
		refusal, ok := err.(*booking.Refusal)
		if !ok {
			t.Fatal(err)
		}
		var got string
		for _, a := range refusal.Alternatives {
			got += a.Staff.DisplayName + " " + a.Start.String() + ", "
		}
		same(t, "alternatives", got, "Anna 2026-11-24T15:30:00Z, Anna 2026-11-25T08:00:00Z, Anna 2026-11-25T08:15:00Z, ")
	})
}

func TestInvalidSecretsSelectNothing(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.book(t, start(t, videoTint, "2026-11-26 10:00"))
		d.hold(t, start(t, videoTint, "2026-11-26 11:00"), nil)
		for _, secret := range []string{"", "\x00", "' OR 1=1 --", "%"} {
			_, err := d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{Secret: &secret, Start: at(t, "2026-11-26 15:00")})
			same(t, "moved", codes(err), "NOT_FOUND secret")
			_, err = d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{Secret: &secret})
			same(t, "cancelled", codes(err), "NOT_FOUND secret")
			_, err = d.AppointmentBook(byOwner(t), booking.AppointmentBookInput{HoldSecret: &secret, Customer: carla(), IdempotencyKey: d.key()}, "")
			same(t, "booked", codes(err), "HOLD_EXPIRED holdSecret")
			same(t, "read", must(d.BookingBySecret(byOwner(t), secret))(t) == nil, true)
			same(t, "offered", d.offered(t, start(t, videoTint, "2026-11-26 11:00"), &secret), false)
			if err := d.AppointmentHoldRelease(byOwner(t), booking.AppointmentHoldReleaseInput{Secret: secret}); err != nil {
				t.Error(err)
			}
			_, err = d.tryHold(byOwner(t), start(t, videoTint, "2026-11-26 11:00"), &secret)
			same(t, "held", codes(err), "START_TAKEN start OCCUPIED")
		}
		same(t, "holds", d.count(t, appointment.StatusHELD), 1)
		same(t, "appointments", d.count(t, appointment.StatusCONFIRMED), 1)
	})
}
