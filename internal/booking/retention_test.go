package booking_test

import (
	"slices"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/customer"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/salon"
)

// TestLongUnseenCustomersAreForgotten books visits of four customers, and lets time pass. Those of the branch without a retention stay.
func TestLongUnseenCustomersAreForgotten(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		visit := func(name, start string) *ent.Appointment {
			t.Helper()
			who := carla()
			who.Name, who.Email = name, new(name+"@kunde.example")
			return must(d.AppointmentBook(byOwner(t), booking.AppointmentBookInput{
				Start: &booking.StartInput{BranchID: mitte, ServiceID: cut, Start: at(t, start)}, Customer: who, IdempotencyKey: d.key(),
			}, ""))(t)
		}
		visit("once", "2026-11-24 10:00")
		visit("again", "2026-11-24 11:00")
		cancelled := visit("cancelled", "2026-11-24 12:00")
		must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{Secret: cancelled.Secret}))(t)
		d.pass(80 * 24 * time.Hour)
		visit("again", "2027-02-16 10:00")
		d.pass(20 * 24 * time.Hour) // 3 March 2027
		names := func() (names []string) {
			for _, row := range d.store.Client().Customer.Query().Order(customer.ByName()).AllX(t.Context()) {
				names = append(names, row.Name)
			}
			return names
		}
		forget := func(want int) {
			t.Helper()
			same(t, "forgotten", must(d.ForgetUnseenCustomers(t.Context()))(t), want)
		}
		everybody := names()
		forget(0) // off by default
		same(t, "the customers", slices.Equal(names(), everybody), true)
		set := func(months, customers *int) string {
			_, err := d.salon.BranchRetentionSet(byOwner(t), salon.BranchRetentionSetInput{BranchID: mitte, Months: months, Customers: customers})
			return codes(err)
		}
		preview := must(d.salon.RetentionPreview(byOwner(t), mitte, 3))(t)
		same(t, "the preview", preview, 2)
		same(t, "the preview of a longer time", must(d.salon.RetentionPreview(byOwner(t), mitte, 4))(t), 0)
		same(t, "without a preview", set(new(3), nil), "REQUIRED customers")
		same(t, "more than the preview", set(new(3), new(1)), "CHANGED_MEANWHILE customers")
		same(t, "too short", set(new(2), new(9)), "OUT_OF_RANGE months")
		forget(0)
		same(t, "switched on", set(new(3), &preview), "")
		forget(2)
		same(t, "who stays", slices.Contains(names(), "again") && len(names()) == len(everybody)-2, true)
		forget(0)
		entries := d.store.Client().AuditEntry.Query().AllX(t.Context())
		byServer := 0
		for _, entry := range entries {
			if entry.Actor == "SERVER" && entry.Action == "customerForget" {
				byServer++
			}
		}
		same(t, "entries of the audit trail", byServer > 0, true)
		same(t, "switched off", set(nil, nil), "")
		d.pass(3 * 365 * 24 * time.Hour)
		forget(0)
		_, err := d.salon.RetentionPreview(actor.With(t.Context(), actor.Actor{Role: actor.Manager, Branches: []string{west}}), mitte, 3)
		same(t, "a manager of another branch", codes(err), "NOT_FOUND branchId")
	})
}

// TestWhoWaitsToConfirmIsNotForgotten has a customer return after a long time with a booking that waits for the button in the mail.
func TestWhoWaitsToConfirmIsNotForgotten(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.book(t, start(t, cut, "2026-11-24 11:00", anna))
		d.pass(100 * 24 * time.Hour)
		d.setRules(t, func(b *ent.BranchUpdate) { b.SetRetentionMonths(3).SetConfirmBookings(branch.ConfirmBookingsALWAYS) })
		waiting := d.book(t, start(t, cut, "2027-03-09 11:00", anna))
		same(t, "the booking", string(waiting.Status), "HELD")
		same(t, "forgotten", must(d.ForgetUnseenCustomers(t.Context()))(t), 0)
		same(t, "the booking waits", d.count(t, waiting.Status), 1)
		d.pass(time.Hour) // it has expired
		if err := d.AnnounceExpiredHolds(t.Context()); err != nil {
			t.Fatal(err)
		}
		same(t, "forgotten later", must(d.ForgetUnseenCustomers(t.Context()))(t), 1)
	})
}
