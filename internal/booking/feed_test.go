package booking_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"visavis/internal/booking"
	"visavis/internal/event"
	"visavis/internal/salon"
)

// heard waits for the next change of a branch, and writes it in a line.
func (d *fixture) heard(t *testing.T, s *event.Subscription) string {
	t.Helper()
	change, more := <-s.Changes()
	if !more {
		t.Fatal(s.Err())
	}
	var names []string
	for _, id := range change.StaffIDs {
		names = append(names, strings.TrimPrefix(id, "stf_demo-"))
	}
	slices.Sort(names)
	return fmt.Sprint(change.Kind, " ", strings.Join(names, ","), " ", *change.FirstDate, " ", *change.LastDate)
}

func TestABookingIsAnnouncedInEveryBranchOfThePerson(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		inMitte := must(d.feed.Subscribe(byOwner(t), mitte, ""))(t)
		inWest := must(d.feed.Subscribe(byOwner(t), west, ""))(t)
		hears := func(what, want string) {
			t.Helper()
			same(t, what+", in Mitte", d.heard(t, inMitte), want)
			same(t, what+", in West", d.heard(t, inWest), want)
		}
		hold := d.hold(t, start(t, videoTint, "2026-11-26 10:00", anna), nil)
		hears("a hold", "APPOINTMENT anna 2026-11-26 2026-11-26")
		hold = d.hold(t, start(t, videoTint, "2026-11-25 10:00", anna), hold.Secret)
		hears("another hold instead", "APPOINTMENT anna 2026-11-25 2026-11-26")
		booked := d.bookHeld(t, hold)
		hears("booked", "APPOINTMENT anna 2026-11-25 2026-11-25")
		if _, err := d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{Secret: booked.Secret, Start: at(t, "2026-11-26 10:00")}); err != nil {
			t.Fatal(err)
		}
		hears("moved", "APPOINTMENT anna 2026-11-25 2026-11-26")
		if _, err := d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{Secret: booked.Secret}); err != nil {
			t.Fatal(err)
		}
		hears("cancelled", "APPOINTMENT anna 2026-11-26 2026-11-26")

		d.hold(t, start(t, videoTint, "2026-11-26 10:00", anna), nil)
		hears("a hold", "APPOINTMENT anna 2026-11-26 2026-11-26")
		d.pass(10 * time.Minute)
		for range 2 {
			if err := d.AnnounceExpiredHolds(byOwner(t)); err != nil {
				t.Fatal(err)
			}
		}
		hears("that has expired", "APPOINTMENT anna 2026-11-26 2026-11-26")
		d.hold(t, start(t, videoTint, "2026-11-26 11:00", anna), nil)
		hears("the next change", "APPOINTMENT anna 2026-11-26 2026-11-26")
	})
}

func TestAnExpiredHoldIsAnnouncedWhenItIsCleared(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.hold(t, start(t, cut, "2026-11-25 10:00", ben), nil)
		d.pass(10 * time.Minute)
		inMitte := must(d.feed.Subscribe(byOwner(t), mitte, ""))(t)
		d.book(t, start(t, cut, "2026-11-26 10:00")) // with anyone, and it is Anna
		same(t, "what is heard", d.heard(t, inMitte), "APPOINTMENT anna,ben 2026-11-25 2026-11-26")
	})
}

func TestAMoveToAnotherProfileIsAnnouncedInTheBranchesOfBoth(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		twin := must(d.salon.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: anna}))(t)
		booked := d.book(t, start(t, cut, "2026-11-26 10:00", ben))
		inMitte := must(d.feed.Subscribe(byOwner(t), mitte, ""))(t)
		if _, err := d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{ID: &booked.ID, Start: at(t, "2026-11-26 11:00"), StaffID: new(clara)}); err != nil {
			t.Fatal(err)
		}
		same(t, "moved", d.heard(t, inMitte), "APPOINTMENT ben,clara 2026-11-26 2026-11-26")
		d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		names := []string{"anna", twin.ID}
		slices.Sort(names)
		same(t, "booked", d.heard(t, inMitte), "APPOINTMENT "+strings.Join(names, ",")+" 2026-11-26 2026-11-26")
	})
}
