package booking_test

import (
	"testing"
	"time"

	"visavis/ent/appointment"
	"visavis/ent/auditentry"
	"visavis/ent/change"
	"visavis/internal/booking"
)

// leave has the holder leave the page, which may come back within a time.
func (d *fixture) leave(t *testing.T, secret string, after time.Duration) {
	t.Helper()
	if err := d.AppointmentHoldRelease(byOwner(t), booking.AppointmentHoldReleaseInput{Secret: secret, After: &after}); err != nil {
		t.Fatal(err)
	}
}

func TestAHoldWhoseHolderLeavesEndsSoon(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		ten := start(t, videoTint, tuesdayTen, anna)
		hold := d.hold(t, ten, nil)
		d.leave(t, *hold.Secret, 30*time.Second)
		same(t, "it is not offered yet", d.offered(t, ten, nil), false)
		d.pass(30 * time.Second)
		same(t, "it is offered", d.offered(t, ten, nil), true)
		d.hold(t, ten, nil)
		entries := d.store.Client().AuditEntry.Query().Where(auditentry.Action("appointmentHoldRelease")).AllX(t.Context())
		same(t, "audit entries", len(entries), 1)
		same(t, "before and after are recorded", len(entries[0].Before) > 0 && len(entries[0].After) > 0, true)
		changes := d.store.Client().Change.Query().Where(change.AppointmentID(hold.ID)).CountX(t.Context())
		same(t, "hold and release are announced in both branches", changes, 4)
	})
}

func TestAHolderWhoComesBackHasTheHoldAsItWas(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		ten := start(t, videoTint, tuesdayTen, anna)
		hold := d.hold(t, ten, nil)
		for range 5 {
			d.pass(10 * time.Second)
			d.leave(t, *hold.Secret, 30*time.Second)
			d.pass(10 * time.Second)
			again := d.hold(t, ten, hold.Secret)
			same(t, "the hold", again.ID, hold.ID)
			same(t, "it expires", *again.HoldExpiresAt, *hold.HoldExpiresAt)
		}
		d.pass(8 * time.Minute) // the end is nearer than the time after which it is released
		d.leave(t, *hold.Secret, time.Hour)
		same(t, "it expires", *d.hold(t, ten, hold.Secret).HoldExpiresAt, *hold.HoldExpiresAt)
	})
}

func TestAChainOfHoldsEndsHoweverOftenItIsRenewed(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		first := d.hold(t, start(t, videoTint, tuesdayTen, anna), nil)
		d.pass(9 * time.Minute)
		d.hold(t, start(t, videoTint, "2026-11-24 11:00", anna), first.Secret)
		d.pass(9 * time.Minute)
		d.hold(t, start(t, videoTint, "2026-11-24 15:00", anna), first.Secret)
		d.pass(9 * time.Minute)
		one := start(t, videoTint, "2026-11-24 16:00", anna)
		d.hold(t, one, first.Secret)
		d.leave(t, *first.Secret, time.Second)
		same(t, "it expires", *d.hold(t, one, first.Secret).HoldExpiresAt, monday().Add(30*time.Minute))
	})
}

func TestAReleaseAfterNoTimeIsAtOnce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		hold := d.hold(t, start(t, videoTint, tuesdayTen, anna), nil)
		d.leave(t, *hold.Secret, 0)
		same(t, "holds", d.count(t, appointment.StatusHELD), 0)
		d.leave(t, *hold.Secret, 30*time.Second) // no-op: it has ended
		d.leave(t, "\x00", 30*time.Second)
	})
}
