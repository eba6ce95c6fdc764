package booking_test

import (
	"testing"

	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/pagination"
	"visavis/internal/reach"
)

// Clara and a receptionist work in Mitte. A customer of West is out of their reach until they book there for them.
func TestCustomersMailsAndTheAuditTrailAreThoseOfTheBranches(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		owner := byOwner(t)
		bookFor := func(name, branchID, staffID, start string) {
			t.Helper()
			_, err := d.AppointmentBookByStaff(owner, booking.AppointmentBookByStaffInput{
				BranchID: branchID, ServiceID: cut, StaffID: staffID, Start: at(t, start), Override: true,
				Customer: &booking.CustomerInput{Name: name, Email: new(name + "@example.com"), Phone: new("0170"), Locale: "DE"},
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		bookFor("Mia", mitte, ben, "2026-11-26 10:00")
		bookFor("Wim", west, anna, "2026-11-26 10:00")
		names := func(role actor.Role) (list string) {
			page, err := d.Customers(by(t, role, "clara"), booking.CustomerSearch{Page: pagination.Request{First: 10}})
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range page.Nodes {
				list += row.Name + " "
			}
			return list
		}
		same(t, "customers of a member", names(actor.Member), "")
		same(t, "of a receptionist", names(actor.Receptionist), "Mia ")
		same(t, "of a manager", names(actor.Manager), "Mia ")
		same(t, "of an owner", names(actor.Owner), "Mia Wim ")
		who := actor.Of(by(t, actor.Manager, "clara"))
		client := d.store.Client()
		same(t, "mails", client.Mail.Query().Where(reach.Mails(who)).CountX(t.Context()), client.Mail.Query().CountX(t.Context())/2)
		same(t, "entries", client.AuditEntry.Query().Where(reach.AuditEntries(who)).CountX(t.Context()), 1)

		booked, err := d.AppointmentBookByStaff(by(t, actor.Receptionist, "clara"), booking.AppointmentBookByStaffInput{
			BranchID: mitte, ServiceID: cut, StaffID: ben, Start: at(t, "2026-11-26 14:00"), Override: true,
			Customer: &booking.CustomerInput{Name: "Wanda", Email: new("wim@example.com"), Locale: "DE"},
		})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "the phone number is not filled in", booked.ContactPhone, "")
		same(t, "customers after booking for one of West", names(actor.Receptionist), "Mia Wim ")
		_, err = d.AppointmentBookByStaff(by(t, actor.Receptionist, "clara"), booking.AppointmentBookByStaffInput{
			BranchID: west, ServiceID: cut, StaffID: anna, Start: at(t, "2026-11-26 15:00"), Override: true,
		})
		same(t, "in West", codes(err), "OWN_COLUMN_ONLY staffId")
	})
}
