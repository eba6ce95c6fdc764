package booking_test

import (
	"sync"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/creationrequest"
	"visavis/ent/customer"
	"visavis/internal/actor"
	"visavis/internal/booking"
)

func (d *fixture) appointmentsOf(t *testing.T, customerID string) int {
	t.Helper()
	return d.store.Client().Appointment.Query().Where(appointment.CustomerID(customerID)).CountX(t.Context())
}

func (d *fixture) textsOf(t *testing.T, customerID string) string {
	t.Helper()
	if row := must(d.CustomerCardsOf(byOwner(t), []string{customerID}))(t)[customerID]; row != nil {
		return row.Notes + "|" + row.Allergies + "|" + row.Formulas
	}
	return ""
}

func (d *fixture) bookOnRecord(t *testing.T, of *ent.Customer, at string) error {
	t.Helper()
	s := start(t, cut, at, ben)
	_, err := d.AppointmentBookByStaff(byOwner(t), booking.AppointmentBookByStaffInput{
		BranchID: mitte, ServiceID: cut, StaffID: ben, Start: s.Start, CustomerID: &of.ID, Override: true,
	})
	return err
}

func TestTwoCustomersBecomeOneAndTwoAgain(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		reception := by(t, actor.Receptionist, "clara")
		kept, gone := d.create(t, "Lena Kunde", "", "0170 1"), d.create(t, "Lena K.", "lena@kunde.example", "0170 2")
		for _, row := range []*ent.Customer{kept, gone} {
			must(d.CustomerCardSet(reception, booking.CustomerCardSetInput{ID: row.ID, Notes: new("Notiz zu " + row.Name), Allergies: new("Nickel")}))(t)
		}
		must(d.CustomerUpdate(reception, booking.CustomerUpdateInput{ID: kept.ID, AcceptsMarketing: new(true)}))(t)
		before := must(d.Customer(reception, gone.ID))(t)
		must(0, d.bookOnRecord(t, kept, "2026-11-24 10:00"))(t)
		must(0, d.bookOnRecord(t, gone, "2026-11-25 10:00"))(t)
		must(0, d.bookOnRecord(t, gone, "2026-11-26 10:00"))(t)

		input := booking.CustomerMergeInput{KeepID: kept.ID, MergeID: gone.ID}
		merged := must(d.CustomerMerge(reception, input))(t)
		c := merged.Customer
		same(t, "the facts", c.Name+*c.Email+c.Phone, "Lena Kundelena@kunde.example0170 1")
		same(t, "the consent that one did not give", c.MarketingAcceptedAt == nil, true)
		same(t, "the card", d.textsOf(t, kept.ID), "Notiz zu Lena Kunde\n\nNotiz zu Lena K.|Nickel|")
		same(t, "appointments", d.appointmentsOf(t, kept.ID), 3)
		same(t, "the other", must(d.Customer(reception, gone.ID))(t) == nil, true)
		same(t, "a retry", must(d.CustomerMerge(reception, input))(t).MergeID, merged.MergeID)
		_, err := d.CustomerMerge(reception, booking.CustomerMergeInput{KeepID: gone.ID, MergeID: kept.ID})
		same(t, "the other way round", codes(err), "NOT_FOUND keepId")
		_, err = d.CustomerMerge(reception, booking.CustomerMergeInput{KeepID: kept.ID, MergeID: kept.ID})
		same(t, "with themselves", codes(err), "SAME_CUSTOMER mergeId")

		must(d.CustomerUpdate(reception, booking.CustomerUpdateInput{ID: kept.ID, Phone: new("0170 3")}))(t)
		_, err = d.CustomerMergeUndo(actor.With(t.Context(), actor.Actor{Role: actor.Receptionist, StaffID: david, Branches: []string{west}}), booking.CustomerMergeUndoInput{ID: merged.MergeID})
		same(t, "undone by the reception of another branch", codes(err), "NOT_FOUND id")
		parted := must(d.CustomerMergeUndo(reception, booking.CustomerMergeUndoInput{ID: merged.MergeID}))(t)
		same(t, "who is restored", parted.Restored.ID+*parted.Restored.Email+parted.Restored.Phone, gone.ID+"lena@kunde.example0170 2")
		same(t, "since when", parted.Restored.CreatedAt, before.CreatedAt)
		same(t, "who was kept", parted.Kept.Email == nil && parted.Kept.ConfirmedAt != nil, true)
		same(t, "the consent, which may have been withdrawn since", parted.Kept.MarketingAcceptedAt == nil, true)
		same(t, "what was changed since", parted.Kept.Phone, "0170 3")
		same(t, "the cards", d.textsOf(t, kept.ID)+d.textsOf(t, gone.ID), "Notiz zu Lena Kunde|Nickel|Notiz zu Lena K.|Nickel|")
		same(t, "their appointments", d.appointmentsOf(t, gone.ID), 2)
		_, err = d.CustomerMergeUndo(reception, booking.CustomerMergeUndoInput{ID: merged.MergeID})
		same(t, "once more", codes(err), "NOT_FOUND id")
	})
}

func TestAnAddressThatNobodyHasConfirmedIsNotTakenOver(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		kept := d.create(t, "Lena", "", "")
		booked := d.book(t, start(t, cut, tuesdayTen, ben)) // by a stranger
		merged := must(d.CustomerMerge(byOwner(t), booking.CustomerMergeInput{KeepID: kept.ID, MergeID: *booked.CustomerID}))(t)
		same(t, "the address", merged.Customer.Email == nil, true)
		same(t, "the appointment", d.appointmentsOf(t, kept.ID), 1)
	})
}

func TestWhoeverIsConfirmedGivesTheAddress(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		client := d.store.Client()
		for i, test := range []struct{ address, want string }{{"lena@kunde.example", "lena@kunde.example"}, {"", ""}} {
			booked := d.book(t, start(t, cut, []string{"2026-11-24 10:00", "2026-11-26 10:00"}[i], ben)) // by a stranger
			gone := d.create(t, "Lena", test.address, "")
			merged := must(d.CustomerMerge(byOwner(t), booking.CustomerMergeInput{KeepID: *booked.CustomerID, MergeID: gone.ID}))(t)
			address := ""
			if merged.Customer.Email != nil {
				address = *merged.Customer.Email
			}
			same(t, "the address", address, test.want)
			same(t, "confirmed", merged.Customer.ConfirmedAt != nil, true)
			parted := must(d.CustomerMergeUndo(byOwner(t), booking.CustomerMergeUndoInput{ID: merged.MergeID}))(t)
			same(t, "undone", *parted.Kept.Email, "carla@kunde.example")
			same(t, "unconfirmed again", parted.Kept.ConfirmedAt == nil, true)
			if test.address != "" {
				must(d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: gone.ID}))(t)
			}
		}
		kept := client.Customer.Query().Where(customer.Email("carla@kunde.example")).OnlyX(t.Context())
		gone := d.create(t, "Lena", "lena@kunde.example", "")
		merged := must(d.CustomerMerge(byOwner(t), booking.CustomerMergeInput{KeepID: kept.ID, MergeID: gone.ID}))(t)
		d.create(t, "Carla", "carla@kunde.example", "")
		_, err := d.CustomerMergeUndo(byOwner(t), booking.CustomerMergeUndoInput{ID: merged.MergeID})
		same(t, "somebody has the former address", codes(err), "TAKEN id")
	})
}

func TestAMergeIsUndoneForADayUnlessTheAddressIsTaken(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		merge := func(name string) string {
			kept, gone := d.create(t, name, name+"@kept.example", ""), d.create(t, name, name+"@gone.example", "")
			return must(d.CustomerMerge(byOwner(t), booking.CustomerMergeInput{KeepID: kept.ID, MergeID: gone.ID}))(t).MergeID
		}
		undo := func(id string) string {
			_, err := d.CustomerMergeUndo(byOwner(t), booking.CustomerMergeUndoInput{ID: id})
			return codes(err)
		}
		taken, late := merge("ida"), merge("nils")
		d.create(t, "Ida", "ida@gone.example", "")
		same(t, "whose address somebody has", undo(taken), "TAKEN id")
		d.pass(24 * time.Hour)
		same(t, "a day later", undo(late), "NOT_FOUND id")
		must(0, d.DeleteExpiredMerges(t.Context()))(t)
		same(t, "what is kept to undo", d.store.Client().CustomerMerge.Query().CountX(t.Context()), 0)
	})
}

func TestForgettingForgetsWhoWasMerged(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		client := d.store.Client()
		digests := func(of ...string) int {
			return client.CreationRequest.Query().Where(creationrequest.ObjectIDIn(of...), creationrequest.DigestNEQ("")).CountX(t.Context())
		}
		create := func(email string) *ent.Customer {
			input := booking.CustomerCreateInput{BranchID: mitte, Name: "Ida", Email: &email, Locale: "DE", IdempotencyKey: new(d.key())}
			return must(d.CustomerCreate(byOwner(t), input))(t).Customer
		}
		kept, gone := create(""), create(*dora().Email)
		merged := must(d.CustomerMerge(byOwner(t), booking.CustomerMergeInput{KeepID: kept.ID, MergeID: gone.ID}))(t)
		must(d.CustomerUpdate(byOwner(t), booking.CustomerUpdateInput{ID: kept.ID, Email: new("ida@kunde.example")}))(t)
		d.setRules(t, func(b *ent.BranchUpdate) { b.SetConfirmBookings(branch.ConfirmBookingsALWAYS) })
		must(d.tryOnline(t, dora(), "2026-11-26 10:00"))(t)
		same(t, "digests before", digests(kept.ID, gone.ID), 2)
		must(d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: kept.ID}))(t)
		same(t, "what is kept to undo", client.CustomerMerge.Query().CountX(t.Context()), 0)
		same(t, "digests of what was entered", digests(kept.ID, gone.ID), 0)
		same(t, "what waits for the button in a mail to the former address", d.count(t, appointment.StatusHELD), 0)
		_, err := d.CustomerMergeUndo(byOwner(t), booking.CustomerMergeUndoInput{ID: merged.MergeID})
		same(t, "undone", codes(err), "NOT_FOUND id")

		kept, gone = create("eva@kept.example"), create("eva@gone.example")
		must(d.CustomerMerge(byOwner(t), booking.CustomerMergeInput{KeepID: kept.ID, MergeID: gone.ID}))(t)
		d.pass(24 * time.Hour)
		must(0, d.DeleteExpiredMerges(t.Context()))(t)
		same(t, "digests of who does not come back", digests(gone.ID), 0)
		same(t, "digests of who was kept", digests(kept.ID), 1)
	})
}

// TestAMergeAndBookingsAtOnce books for a customer who is merged: by ID, which finds the customer or nobody, and by address, which finds the
// one or, once merged, the other.
func TestAMergeAndBookingsAtOnce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		for round := range 4 {
			day := date("2026-11-24").AddDays(round).String()
			kept, gone := d.create(t, "Ida", "", ""), d.create(t, "Ida K.", day+"@kunde.example", "")
			var all sync.WaitGroup
			var byID, byAddress, merging error
			all.Go(func() { byID = d.bookOnRecord(t, gone, day+" 10:00") })
			all.Go(func() {
				who := carla()
				who.Email = gone.Email
				_, byAddress = d.AppointmentBookByStaff(byOwner(t), booking.AppointmentBookByStaffInput{
					BranchID: mitte, ServiceID: cut, StaffID: clara, Start: at(t, day+" 10:00"), Customer: &who, Override: true,
				})
			})
			all.Go(func() {
				_, merging = d.CustomerMerge(byOwner(t), booking.CustomerMergeInput{KeepID: kept.ID, MergeID: gone.ID})
			})
			all.Wait()
			booked := 2
			if code := codes(byID); code != "" {
				same(t, "by ID", code, "NOT_FOUND customerId")
				booked--
			}
			if byAddress != nil || merging != nil {
				t.Errorf("by address: %v, merging: %v", byAddress, merging)
			}
			same(t, "appointments of the one who is kept", d.appointmentsOf(t, kept.ID), booked)
		}
		same(t, "appointments of nobody", d.store.Client().Appointment.Query().Where(appointment.CustomerIDIsNil(), appointment.ContactNameNEQ("")).CountX(t.Context()), 0)
	})
}

// TestAMergeAndAForgettingAtOnce forgets a customer who is merged, booked for and corrected: either everything of them is gone, or they are
// merged, and go with the one who is kept.
func TestAMergeAndAForgettingAtOnce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		client := d.store.Client()
		for round := range 6 {
			day := date("2026-11-24").AddDays(7 * (round / 3)).AddDays(round % 3).String()
			kept, gone := d.create(t, "Ida", "", ""), d.create(t, "Ida K.", day+"@kunde.example", "")
			must(0, d.bookOnRecord(t, gone, day+" 10:00"))(t)
			must(0, d.bookOnRecord(t, kept, day+" 13:00"))(t)
			other := client.Appointment.Query().Where(appointment.CustomerID(kept.ID)).OnlyX(t.Context())
			var all sync.WaitGroup
			var merging, forgetting, correcting, byID, updating string
			all.Go(func() {
				_, err := d.CustomerMerge(byOwner(t), booking.CustomerMergeInput{KeepID: kept.ID, MergeID: gone.ID})
				merging = codes(err)
			})
			all.Go(func() {
				_, err := d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: gone.ID})
				forgetting = codes(err)
			})
			all.Go(func() {
				_, err := d.CustomerUpdate(byOwner(t), booking.CustomerUpdateInput{ID: gone.ID, Phone: new("0170 3")})
				correcting = codes(err)
			})
			all.Go(func() { byID = codes(d.bookOnRecord(t, gone, day+" 15:00")) })
			all.Go(func() {
				_, updating = d.updateBy(byOwner(t), other, func(i *booking.AppointmentUpdateInput) { i.CustomerID = &gone.ID })
			})
			all.Wait()
			among(t, "merged and forgotten", merging+" | "+forgetting, []string{"NOT_FOUND mergeId | ", " | NOT_FOUND id"})
			among(t, "corrected", correcting, []string{"", "NOT_FOUND id"})
			among(t, "booked", byID, []string{"", "NOT_FOUND customerId"})
			among(t, "handed over", updating, []string{"", "NOT_FOUND customerId"})
			must(d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: kept.ID}))(t)
			same(t, "customers", client.Customer.Query().CountX(t.Context()), 0)
			same(t, "contacts", client.Appointment.Query().Where(appointment.ContactNameNEQ("")).CountX(t.Context()), 0)
		}
	})
}
