package booking_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/booking"
)

// TestTwoPeopleAtOneAppointment has two of staff change the same appointment at the same time: each gets a clear answer, and what stands in the
// end is what the answers say.
func TestTwoPeopleAtOneAppointment(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.pass(6 * time.Hour) // customers can be admitted from 24 hours before
		later := at(t, "2026-11-24 15:00")
		move := func(a *ent.Appointment) error {
			_, err := d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{ID: &a.ID, Start: later})
			return err
		}
		cancel := func(a *ent.Appointment) error {
			_, err := d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &a.ID})
			return err
		}
		admit := func(a *ent.Appointment) error {
			_, err := d.RoomAdmit(byOwner(t), booking.RoomAdmitInput{AppointmentID: a.ID})
			return err
		}
		lengthen := func(a *ent.Appointment) error {
			_, err := d.AppointmentUpdate(byOwner(t), booking.AppointmentUpdateInput{ID: a.ID, Duration: new(45 * time.Minute), NotifyCustomer: true})
			return err
		}
		for _, test := range []struct {
			name       string
			one, other func(*ent.Appointment) error
			answers    []string // of both
			state      func(*ent.Appointment) string
			states     []string
		}{
			{"move and cancel", move, cancel, []string{" | ", "STATUS_FORBIDS id | "}, status, []string{"CANCELLED"}},
			{"admit and move", admit, move, []string{" | "}, admitted, []string{"15:00", "15:00 admitted"}},
			{"lengthen and move", lengthen, move, []string{" | "}, length, []string{"15:00 45m0s"}},
			{"lengthen and cancel", lengthen, cancel, []string{" | ", "STATUS_FORBIDS id | "}, status, []string{"CANCELLED"}},
		} {
			for range 5 {
				booked := d.book(t, start(t, videoTint, "2026-11-24 10:00", anna))
				var one, other error
				var both sync.WaitGroup
				both.Go(func() { one = test.one(booked) })
				both.Go(func() { other = test.other(booked) })
				both.Wait()
				among(t, test.name, codes(one)+" | "+codes(other), test.answers)
				row := d.store.Client().Appointment.GetX(t.Context(), booked.ID)
				among(t, test.name, test.state(row), test.states)
				if row.Status == appointment.StatusCONFIRMED {
					must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &row.ID}))(t)
				}
			}
		}
	})
}

func status(a *ent.Appointment) string { return string(a.Status) }

func startOf(a *ent.Appointment) string {
	return a.StartsAt.Add(time.Hour).Time().UTC().Format("15:04")
} // in Berlin, in winter

func admitted(a *ent.Appointment) string {
	if a.RoomAdmittedAt == nil {
		return startOf(a)
	}
	return startOf(a) + " admitted"
}

func length(a *ent.Appointment) string { return fmt.Sprint(startOf(a), " ", a.EndsAt.Sub(a.StartsAt)) }

func among(t *testing.T, name, got string, allowed []string) {
	t.Helper()
	if slices.Contains(allowed, got) {
		return
	}
	t.Errorf("%s: %q is none of %s", name, got, strings.Join(allowed, ", "))
}
