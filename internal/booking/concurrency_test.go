package booking_test

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"visavis/ent/appointment"
	"visavis/internal/booking"
	"visavis/internal/salon"
)

// callers is the number of simultaneous calls.
const callers = 32

// simultaneously makes all calls at once and returns how many succeed. The others must fail with the allowed codes.
func simultaneously(t *testing.T, allowed string, ask func(ctx context.Context, caller int) error) (served int) {
	t.Helper()
	return simultaneouslyBy(t, callers, allowed, ask)
}

func simultaneouslyBy(t *testing.T, callers int, allowed string, ask func(ctx context.Context, caller int) error) (served int) {
	t.Helper()
	var count atomic.Int64
	var everyone sync.WaitGroup
	begin := make(chan struct{})
	for caller := range callers {
		everyone.Go(func() {
			<-begin
			switch err := ask(byOwner(t), caller); {
			case err == nil:
				count.Add(1)
			case codes(err) != allowed:
				t.Errorf("caller %d gets %s (%v)", caller, codes(err), err)
			}
		})
	}
	close(begin)
	everyone.Wait()
	return int(count.Load())
}

const taken = "START_TAKEN start.start OCCUPIED"

func TestOneStartIsBookedOnce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		ten := start(t, videoTint, tuesdayTen, anna)
		same(t, "served", simultaneously(t, taken, func(ctx context.Context, _ int) error { _, err := d.tryBook(ctx, ten); return err }), 1)
		d.checkNoOverlap(t)
	})
}

func TestOverlappingStartsAreBookedOnce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		// A cut takes 45 minutes and 10 afterwards: of five starts, a quarter of an hour
		// apart, two fit at most, and one at least.
		starts := []string{"10:00", "10:15", "10:30", "10:45", "11:00"}
		served := simultaneously(t, taken, func(ctx context.Context, caller int) error {
			_, err := d.tryBook(ctx, start(t, cut, "2026-11-24 "+starts[caller%len(starts)], anna))
			return err
		})
		if served < 1 || served > 2 {
			t.Errorf("%d are served", served)
		}
		d.checkNoOverlap(t)
	})
}

func TestAdjacentStartsAreAllBooked(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		starts := []string{"09:00", "10:00", "11:00", "12:00", "14:00", "15:00", "16:00"}
		served := simultaneously(t, taken, func(ctx context.Context, caller int) error {
			_, err := d.tryBook(ctx, start(t, cut, "2026-11-24 "+starts[caller%len(starts)], anna))
			return err
		})
		same(t, "served", served, len(starts))
		d.checkNoOverlap(t)
	})
}

func TestTwoProfilesOfAPersonAreBookedOnce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		twin := must(d.salon.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: anna}))(t).ID
		tuesday := date("2026-11-24")
		if _, _, err := d.salon.StaffShiftOverrideSet(byOwner(t), salon.StaffShiftOverrideSetInput{
			StaffID: twin, BranchID: west, Date: tuesday, Intervals: intervals("09:00-17:00"),
		}); err != nil {
			t.Fatal(err)
		}
		ten := start(t, videoTint, tuesdayTen, anna)
		inWest := booking.StartInput{BranchID: west, ServiceID: videoTint, StaffID: &twin, Start: ten.Start}
		same(t, "both are offered", d.offered(t, ten, nil) && d.offered(t, inWest, nil), true)
		served := simultaneously(t, taken, func(ctx context.Context, caller int) error {
			_, err := d.tryBook(ctx, []booking.StartInput{ten, inWest}[caller%2])
			return err
		})
		same(t, "served", served, 1)
		d.checkNoOverlap(t)
	})
}

func TestAnyoneIsBookedOncePerFreePerson(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		// Anna, Ben and Clara work in Mitte on Tuesdays and cut hair.
		ten := start(t, cut, tuesdayTen)
		same(t, "served", simultaneously(t, taken, func(ctx context.Context, _ int) error { _, err := d.tryBook(ctx, ten); return err }), 3)
		people := map[string]bool{}
		for _, a := range must(d.store.Client().Appointment.Query().All(byOwner(t)))(t) {
			people[a.PersonID] = true
		}
		same(t, "people who serve", len(people), 3)
		d.checkNoOverlap(t)
	})
}

func TestSimultaneousHoldsAreBookedOnce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		ten := start(t, videoTint, tuesdayTen, anna)
		var served atomic.Int64
		var everyone sync.WaitGroup
		for range callers {
			everyone.Go(func() {
				hold, err := d.tryHold(byOwner(t), ten, nil)
				if err != nil {
					return
				}
				_, err = d.AppointmentBook(byOwner(t), booking.AppointmentBookInput{HoldSecret: hold.Secret, Customer: carla(), IdempotencyKey: d.key()}, "")
				if err == nil {
					served.Add(1)
				} else {
					t.Errorf("whoever has a hold is told %s", codes(err))
				}
			})
		}
		everyone.Wait()
		same(t, "served", served.Load(), 1)
		d.checkNoOverlap(t)
	})
}

func TestSimultaneousMovesDoNotOverlap(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.pass(time.Hour) // so that the days below are free of the cancellation period
		var secrets []*string
		for _, text := range []string{"2026-11-26 09:00", "2026-11-26 10:00", "2026-11-26 11:00", "2026-11-26 14:00"} {
			secrets = append(secrets, d.book(t, start(t, cut, text, anna)).Secret)
		}
		simultaneously(t, "START_TAKEN start OCCUPIED", func(ctx context.Context, caller int) error {
			_, err := d.AppointmentMove(ctx, booking.AppointmentMoveInput{
				Secret: secrets[caller%len(secrets)], Start: at(t, []string{"2026-11-26 15:00", "2026-11-26 15:30", "2026-11-26 16:00"}[caller%3]),
			})
			return err
		})
		d.checkNoOverlap(t)
		same(t, "appointments", d.count(t, appointment.StatusCONFIRMED), len(secrets))
	})
}

func TestSimultaneousRetriesBookOnce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		input := booking.AppointmentBookInput{Start: new(start(t, cut, tuesdayTen)), Customer: carla(), IdempotencyKey: d.key()}
		var answers sync.Map
		served := simultaneously(t, "", func(ctx context.Context, _ int) error {
			booked, err := d.AppointmentBook(ctx, input, "")
			if err == nil {
				answers.Store(booked.ID, *booked.Secret)
			}
			return err
		})
		same(t, "answered", served, callers)
		same(t, "appointments", d.count(t, appointment.StatusCONFIRMED), 1)
		answers.Range(func(id, _ any) bool {
			same(t, "the one answer", id.(string), must(d.store.Client().Appointment.Query().OnlyID(byOwner(t)))(t))
			return true
		})
	})
}

func TestSimultaneousBookingsCreateOneCustomerPerAddress(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		starts := []booking.StartInput{
			start(t, cut, tuesdayTen, anna), start(t, cut, tuesdayTen, ben), start(t, cut, tuesdayTen, clara),
			{BranchID: west, ServiceID: cut, StaffID: new(david), Start: at(t, tuesdayTen)},
		}
		same(t, "served", simultaneously(t, taken, func(ctx context.Context, caller int) error {
			_, err := d.tryBook(ctx, starts[caller%len(starts)])
			return err
		}), len(starts))
		same(t, "customers", must(d.store.Client().Customer.Query().Count(byOwner(t)))(t), 1)
	})
}
