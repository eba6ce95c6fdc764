package booking_test

import (
	"context"
	"testing"

	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/pagination"
)

// by is a context in which a member acts for one of the demo salon.
func by(t *testing.T, role actor.Role, name string) context.Context {
	t.Helper()
	return actor.With(t.Context(), actor.Actor{Role: role, StaffID: "stf_demo-" + name, PersonID: "prs_demo-" + name, Branches: []string{mitte}})
}

func TestMembersSeeOnlyTheirOwnColumn(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		annas, bens := d.book(t, start(t, cut, "2026-11-26 10:00", anna)), d.book(t, start(t, cut, "2026-11-26 10:00", ben))
		for _, test := range []struct {
			name       string
			as         context.Context
			anna, ben  bool
			own        int
			ofCustomer int
		}{
			{"Ben", by(t, actor.Member, "ben"), false, true, 1, 1},
			{"David, of another branch", by(t, actor.Member, "david"), false, false, 0, 0},
			{"Clara, who manages", by(t, actor.Manager, "clara"), true, true, 2, 2},
			{"Anna, who owns", by(t, actor.Owner, "anna"), true, true, 2, 2},
			{"anybody", t.Context(), false, false, 0, 0},
		} {
			for id, may := range map[string]bool{annas.ID: test.anna, bens.ID: test.ben} {
				row := must(d.Appointment(test.as, id))(t)
				same(t, test.name+" sees it", row != nil, may)
			}
			list := must(d.Appointments(test.as, booking.AppointmentSearch{BranchID: mitte, Page: pagination.Request{First: 10}}))(t)
			same(t, "the list of "+test.name, len(list.Nodes), test.own)
			ofPerson := must(d.OwnAppointments(test.as, pagination.Request{First: 10}))(t)
			same(t, "the own ones of "+test.name, len(ofPerson.Nodes), map[string]int{"Ben": 1, "Anna, who owns": 1}[test.name])
			ofCustomer := must(d.AppointmentsOf(test.as, []string{*annas.CustomerID}))(t)
			same(t, "the customer's, as seen by "+test.name, len(ofCustomer[*annas.CustomerID]), test.ofCustomer)
			byID := must(d.AppointmentsByID(test.as, []string{annas.ID, bens.ID}))(t)
			same(t, "what changes tell "+test.name, len(byID), test.own)
		}
	})
}

func TestMembersBookOnlyInTheirOwnColumn(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		asBen := by(t, actor.Member, "ben")
		annas, bens := d.book(t, start(t, cut, "2026-11-26 10:00", anna)), d.book(t, start(t, cut, "2026-11-26 10:00", ben))
		later := at(t, "2026-11-27 10:00")
		for _, test := range []struct {
			name string
			do   func() error
			want string
		}{
			{"moves Anna's", func() error {
				_, err := d.AppointmentMove(asBen, booking.AppointmentMoveInput{ID: &annas.ID, Start: later})
				return err
			}, "NOT_FOUND id"},
			{"gives his to Anna", func() error {
				_, err := d.AppointmentMove(asBen, booking.AppointmentMoveInput{ID: &bens.ID, Start: later, StaffID: new(anna)})
				return err
			}, "OWN_COLUMN_ONLY staffId"},
			{"moves his against the rules", func() error {
				_, err := d.AppointmentMove(asBen, booking.AppointmentMoveInput{ID: &bens.ID, Start: at(t, "2026-11-27 23:00"), Override: true})
				return err
			}, "OVERRIDE_FORBIDDEN override"},
			{"moves his where the rules forbid it", func() error {
				_, err := d.AppointmentMove(asBen, booking.AppointmentMoveInput{ID: &bens.ID, Start: at(t, "2026-11-27 23:00")})
				return err
			}, "START_NOT_BOOKABLE start BRANCH_CLOSED NOT_ROSTERED"},
			{"cancels Anna's", func() error {
				_, err := d.AppointmentCancel(asBen, booking.AppointmentCancelInput{ID: &annas.ID})
				return err
			}, "NOT_FOUND id"},
			{"marks Anna's", func() error {
				_, err := d.AppointmentOutcomeSet(asBen, booking.AppointmentOutcomeSetInput{ID: annas.ID})
				return err
			}, "NOT_FOUND id"},
			{"books with Anna", func() error {
				_, err := d.AppointmentBookByStaff(asBen, booking.AppointmentBookByStaffInput{BranchID: mitte, ServiceID: cut, StaffID: anna, Start: later})
				return err
			}, "OWN_COLUMN_ONLY staffId"},
			{"books against the rules", func() error {
				_, err := d.AppointmentBookByStaff(asBen, booking.AppointmentBookByStaffInput{
					BranchID: mitte, ServiceID: cut, StaffID: ben, Start: at(t, "2026-11-27 23:00"), Override: true,
				})
				return err
			}, "OVERRIDE_FORBIDDEN override"},
			{"asks why Anna is not bookable", func() error {
				_, err := d.ExplainStart(asBen, mitte, anna, cut, later)
				return err
			}, "OWN_COLUMN_ONLY staffId"},
			{"asks why he is not bookable", func() error {
				_, err := d.ExplainStart(asBen, mitte, ben, cut, later)
				return err
			}, ""},
			{"moves his", func() error {
				_, err := d.AppointmentMove(asBen, booking.AppointmentMoveInput{ID: &bens.ID, Start: later})
				return err
			}, ""},
			{"books for himself", func() error {
				_, err := d.AppointmentBookByStaff(asBen, booking.AppointmentBookByStaffInput{
					BranchID: mitte, ServiceID: cut, StaffID: ben, Start: at(t, "2026-11-26 10:00"),
				})
				return err
			}, ""},
			{"cancels his", func() error {
				_, err := d.AppointmentCancel(asBen, booking.AppointmentCancelInput{ID: &bens.ID})
				return err
			}, ""},
		} {
			same(t, "Ben "+test.name, codes(test.do()), test.want)
		}
		same(t, "Anna's appointment", must(d.Appointment(byOwner(t), annas.ID))(t).Version, 1)
	})
}

// Somebody anonymous who knows an ID knows nothing.
func TestAnIDIsNoSecret(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, cut, "2026-11-26 10:00", anna))
		_, err := d.AppointmentCancel(t.Context(), booking.AppointmentCancelInput{ID: &booked.ID})
		same(t, "cancelling by ID", codes(err), "NOT_FOUND id")
		_, err = d.AppointmentMove(t.Context(), booking.AppointmentMoveInput{ID: &booked.ID, Start: at(t, "2026-11-27 10:00")})
		same(t, "moving by ID", codes(err), "NOT_FOUND id")
		_, err = d.AppointmentCancel(t.Context(), booking.AppointmentCancelInput{Secret: booked.Secret})
		same(t, "cancelling by secret", codes(err), "")
	})
}

func TestOwnAppointmentsAreThoseOfAllBranchesThatHaveNotEnded(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		first := d.book(t, start(t, cut, "2026-11-24 10:00", anna))
		inWest := d.book(t, booking.StartInput{BranchID: west, ServiceID: cut, StaffID: new(anna), Start: at(t, "2026-11-27 10:00")})
		gone := d.book(t, start(t, cut, "2026-11-25 10:00", anna))
		d.hold(t, start(t, cut, "2026-11-25 14:00", anna), nil)
		d.book(t, start(t, cut, "2026-11-24 10:00", ben))
		must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &gone.ID}))(t)
		list := func(after *string) (shown string, next *string) {
			page := must(d.OwnAppointments(by(t, actor.Member, "anna"), pagination.Request{First: 1, After: after}))(t)
			for _, a := range page.Nodes {
				shown += a.ID
			}
			return shown, page.PageInfo.EndCursor
		}
		shown, after := list(nil)
		same(t, "the first", shown, first.ID)
		shown, _ = list(after)
		same(t, "the next", shown, inWest.ID)
		d.now.Store(int64(first.EndsAt))
		shown, _ = list(nil)
		same(t, "once the first has ended", shown, inWest.ID)
	})
}
