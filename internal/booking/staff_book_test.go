package booking_test

import (
	"testing"

	"visavis/ent"
	"visavis/internal/booking"
)

func TestStaffBookForAnyCustomerOrNone(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		known := d.book(t, start(t, videoTint, "2026-11-26 10:00"))
		book := func(when string, change func(*booking.AppointmentBookByStaffInput)) (*ent.Appointment, string) {
			input := booking.AppointmentBookByStaffInput{BranchID: mitte, ServiceID: cut, StaffID: ben, Start: at(t, when)}
			change(&input)
			booked, err := d.AppointmentBookByStaff(byOwner(t), input)
			return booked, codes(err)
		}
		nobody, refused := book("2026-11-26 09:00", func(*booking.AppointmentBookByStaffInput) {})
		same(t, "for nobody in particular", refused, "")
		same(t, "the customer", nobody.CustomerID == nil, true)
		same(t, "mails", len(d.mails(t, nobody.ID)), 0)

		walkIn, refused := book("2026-11-26 10:00", func(i *booking.AppointmentBookByStaffInput) {
			i.Customer = &booking.CustomerInput{Name: "Dora", Locale: "DE"}
		})
		same(t, "for somebody without an address", refused, "")
		same(t, "mails", len(d.mails(t, walkIn.ID)), 0)

		friend, refused := book("2026-11-26 11:00", func(i *booking.AppointmentBookByStaffInput) { i.CustomerID = known.CustomerID })
		same(t, "for somebody known", refused, "")
		same(t, "mails", len(d.mails(t, friend.ID)), 2)

		d.confirm(t, known)
		before := d.recordOf(t, known)
		child, refused := book("2026-11-26 14:00", func(i *booking.AppointmentBookByStaffInput) {
			i.Customer = &booking.CustomerInput{Name: "Mila", Email: before.Email, Phone: new("0170 1"), Locale: "EN"}
		})
		same(t, "for a child by the address of its mother", refused, "")
		after := d.recordOf(t, child)
		same(t, "the mother's record", after.ID+after.Name+string(after.Locale), before.ID+before.Name+string(before.Locale))
		same(t, "what it lacked", after.Phone, "0170 1")
		contact := booking.ContactOf(child)
		same(t, "the child's contact", contact.Name+contact.Phone+string(contact.Locale), "Mila0170 1EN")

		_, refused = book("2026-11-26 12:00", func(i *booking.AppointmentBookByStaffInput) { i.CustomerID = new("cus_unknown") })
		same(t, "for nobody known", refused, "NOT_FOUND customerId")
		_, refused = book("2026-11-26 12:00", func(i *booking.AppointmentBookByStaffInput) {
			i.CustomerID, i.Customer = known.CustomerID, new(carla())
		})
		same(t, "for two", refused, "EXACTLY_ONE customer")
		_, refused = book("2026-11-26 12:00", func(i *booking.AppointmentBookByStaffInput) { i.Customer = &booking.CustomerInput{Name: " "} })
		same(t, "for somebody without a name", refused, "REQUIRED customer.name")
	})
}
