package booking_test

import (
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/actor"
	"visavis/internal/booking"
)

// mallory books under Dora's address.
func mallory() booking.CustomerInput {
	input := dora()
	input.Name, input.Phone, input.Locale = "Mallory", new("0666"), "EN"
	input.AcceptsMarketing = true
	return input
}

// bookByStaff books a cut on Thursday at ten with Ben.
func (d *fixture) bookByStaff(t *testing.T, role actor.Role, input booking.AppointmentBookByStaffInput) (*ent.Appointment, error) {
	t.Helper()
	input.BranchID, input.ServiceID, input.StaffID = mitte, cut, ben
	if input.Start == 0 {
		input.Start = at(t, "2026-11-26 10:00")
	}
	return d.AppointmentBookByStaff(by(t, role, "ben"), input)
}

func (d *fixture) cardOf(t *testing.T, role actor.Role, a *ent.Appointment) bool {
	t.Helper()
	return d.CustomerIDOf(by(t, role, "ben"), a) != nil
}

// Ben books with himself under the address of Dora, whom Anna knows, signed in and signed out.
func TestAMemberLearnsNothingByAnAddress(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		known := must(d.AppointmentBookByStaff(byOwner(t), booking.AppointmentBookByStaffInput{
			BranchID: mitte, ServiceID: cut, StaffID: anna, Start: at(t, "2026-11-26 10:00"), Customer: new(dora()),
		}))(t)
		unknown := mallory()
		unknown.Email = new("nobody@kunde.example")
		for i, who := range []booking.CustomerInput{mallory(), unknown} {
			online := must(d.AppointmentBook(by(t, actor.Member, "ben"), booking.AppointmentBookInput{
				Start: new(start(t, cut, []string{"2026-11-24 10:00", "2026-11-24 14:00"}[i], ben)), Customer: who, IdempotencyKey: d.key(),
			}, ""))(t)
			byStaff := must(d.bookByStaff(t, actor.Member, booking.AppointmentBookByStaffInput{
				Start: at(t, []string{"2026-11-26 10:00", "2026-11-26 14:00"}[i]), Customer: &who,
			}))(t)
			for name, a := range map[string]*ent.Appointment{"signed out": online, "signed in": byStaff} {
				contact := booking.ContactOf(a)
				same(t, name+", the contact", contact.Name+*contact.Email+contact.Phone+string(contact.Locale), "Mallory"+*who.Email+"0666EN")
				same(t, name+", he sees the record", d.cardOf(t, actor.Member, a), false)
				same(t, name+", a manager sees it", d.cardOf(t, actor.Manager, a), true)
				same(t, name+", the record by its ID", must(d.salon.Node(by(t, actor.Member, "ben"), *a.CustomerID))(t) == nil, true)
			}
		}
		for name, customerID := range map[string]string{"known": *known.CustomerID, "unknown": "cus_nobody"} {
			_, err := d.bookByStaff(t, actor.Member, booking.AppointmentBookByStaffInput{Start: at(t, "2026-11-27 10:00"), CustomerID: &customerID})
			same(t, "by an ID that is "+name, codes(err), "NOT_FOUND customerId")
		}
		row := must(d.Customer(byOwner(t), *known.CustomerID))(t)
		same(t, "the record", row.Name+row.Phone+string(row.Locale), "Dora Quastenflosser+49 30 4711081547DE")
		same(t, "her consent to news", row.MarketingAcceptedAt == nil, true)
	})
}

func TestTheRecordIsShownNearAnAppointment(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := must(d.AppointmentBookByStaff(byOwner(t), booking.AppointmentBookByStaffInput{
			BranchID: mitte, ServiceID: cut, StaffID: ben, Start: at(t, "2026-12-17 10:00"), Customer: new(dora()),
		}))(t)
		for _, test := range []struct {
			name  string
			now   string
			shown bool
		}{
			{"15 days before", "2026-12-02 10:00", false},
			{"14 days before", "2026-12-03 10:00", true},
			{"at the appointment", "2026-12-17 10:00", true},
			{"14 days after", "2026-12-31 10:00", true},
			{"15 days after", "2027-01-01 10:00", false},
		} {
			d.now.Store(int64(at(t, test.now)))
			same(t, test.name+", the record", d.cardOf(t, actor.Member, booked), test.shown)
			node := must(d.salon.Node(by(t, actor.Member, "ben"), *booked.CustomerID))(t)
			same(t, test.name+", by its ID", node != nil, test.shown)
			same(t, test.name+", to somebody else", d.CustomerIDOf(by(t, actor.Member, "anna"), booked) != nil, false)
			same(t, test.name+", to a manager", d.cardOf(t, actor.Manager, booked), true)
		}
		d.now.Store(int64(at(t, "2026-12-16 10:00")))
		again := must(d.bookByStaff(t, actor.Member, booking.AppointmentBookByStaffInput{Start: at(t, "2027-01-20 10:00"), CustomerID: booked.CustomerID}))(t)
		same(t, "Ben books for her again", booking.ContactOf(again).Name, "Dora Quastenflosser")
		d.now.Store(int64(at(t, "2027-01-20 09:00")))
		same(t, "which shows the record no longer", d.cardOf(t, actor.Member, again), false)
		d.now.Store(int64(at(t, "2026-12-16 10:00")))
		cancelled := must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &booked.ID}))(t)
		same(t, "of a cancelled appointment", d.cardOf(t, actor.Member, cancelled), false)
	})
}

func TestWhatManagersCorrectReachesComingAppointments(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		mistyped := d.bookFor(t, dora(), start(t, cut, tuesdayTen, ben), "")
		other := dora()
		other.Name = "Dora mit Kind"
		written := d.bookFor(t, other, start(t, cut, "2026-11-26 10:00", ben), "")
		must(d.CustomerUpdate(byOwner(t), booking.CustomerUpdateInput{ID: *mistyped.CustomerID, Name: new("Dora Q."), Email: new("Dora@neu.example")}))(t)
		first := booking.ContactOf(must(d.Appointment(byOwner(t), mistyped.ID))(t))
		second := booking.ContactOf(must(d.Appointment(byOwner(t), written.ID))(t))
		same(t, "the address", *first.Email+*second.Email, "dora@neu.exampledora@neu.example")
		same(t, "the name that somebody wrote", first.Name, "Dora Quastenflosser")
		same(t, "the name that the record had", second.Name, "Dora Q.")
	})
}

func TestTheContactIsForgotten(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.bookFor(t, dora(), start(t, cut, tuesdayTen, ben), "")
		d.pass(48 * time.Hour)
		must(d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: *booked.CustomerID}))(t)
		row := d.store.Client().Appointment.Query().Where(appointment.ID(booked.ID)).OnlyX(t.Context())
		same(t, "what is left", row.ContactName+row.ContactEmail+row.ContactPhone, "")
		same(t, "the contact", booking.ContactOf(row) == nil, true)
	})
}
