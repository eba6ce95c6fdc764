package booking_test

import (
	"context"
	"testing"

	"visavis/internal/booking"
	"visavis/internal/pagination"
	"visavis/internal/store"
)

// Before addresses had one form, two customers could have two spellings of one.
func TestCustomersWhoShareAnAddressInTwoSpellingsAreBothFoundAndChanged(t *testing.T) {
	const readable, ascii = "info@müller.example", "info@xn--mller-kva.example"
	each(t, func(t *testing.T, d *fixture) {
		later := dora()
		later.Email = new(readable)
		d.bookFor(t, later, start(t, cut, tuesdayTen, ben), "")
		earlier := dora()
		earlier.Name, earlier.Email = "Anton", new("anton@kunde.example")
		booked := d.bookFor(t, earlier, start(t, cut, "2026-11-24 11:00", ben), "")
		if err := d.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			tx.Customer.UpdateOneID(*booked.CustomerID).SetEmail(ascii).ExecX(ctx)
			return tx.Appointment.UpdateOneID(booked.ID).SetContactEmail(readable).Exec(ctx) // as the migration does
		}); err != nil {
			t.Fatal(err)
		}
		for _, typed := range []string{readable, "INFO@MÜLLER.EXAMPLE", ascii} {
			found := must(d.Customers(byOwner(t), booking.CustomerSearch{Text: &typed, Page: pagination.Request{First: 1}}))(t)
			same(t, "the first by "+typed, found.Nodes[0].Name, "Anton")
			found = must(d.Customers(byOwner(t), booking.CustomerSearch{Text: &typed, Page: pagination.Request{First: 1, After: found.PageInfo.EndCursor}}))(t)
			same(t, "the second by "+typed, found.Nodes[0].Name, later.Name)
			same(t, "whether there is a third", found.PageInfo.HasNextPage, false)
		}
		changed := must(d.CustomerUpdate(byOwner(t), booking.CustomerUpdateInput{ID: *booked.CustomerID, Name: new("Anton Neu"), Email: new(ascii)}))(t)
		same(t, "who is changed with the address that there was", changed.Name+" "+*changed.Email, "Anton Neu "+ascii)
		must(d.CustomerUpdate(byOwner(t), booking.CustomerUpdateInput{ID: *booked.CustomerID, Email: new("neu@kunde.example")}))(t)
		same(t, "the address of the appointment", d.store.Client().Appointment.GetX(t.Context(), booked.ID).ContactEmail, "neu@kunde.example")
	})
}
