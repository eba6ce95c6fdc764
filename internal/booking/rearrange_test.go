package booking_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/demo/demotest"
	"visavis/internal/salon"
	"visavis/internal/schedule"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func (d *fixture) rearrange(t *testing.T, list ...booking.Rearrangement) error {
	t.Helper()
	_, err := d.AppointmentsRearrange(byOwner(t), booking.AppointmentsRearrangeInput{BranchID: mitte, Appointments: list})
	return err
}

func (d *fixture) propose(t *testing.T, of ...*ent.Appointment) []*booking.RearrangementProposal {
	t.Helper()
	var ids []string
	for _, a := range of {
		ids = append(ids, a.ID)
	}
	return must(d.RearrangementProposals(byOwner(t), mitte, ids))(t)
}

// moved and offered return a step for an appointment as it was read.
func moved(a *ent.Appointment, to booking.Place) booking.Rearrangement {
	return booking.Rearrangement{AppointmentID: a.ID, ExpectedVersion: a.Version, Move: &booking.RearrangementMove{StaffID: to.StaffID, Start: to.Start}}
}

func offered(a *ent.Appointment, places ...booking.Place) booking.Rearrangement {
	return booking.Rearrangement{AppointmentID: a.ID, ExpectedVersion: a.Version, Offer: &booking.RearrangementOffer{Starts: places}}
}

func place(t *testing.T, staffID, text string) booking.Place {
	t.Helper()
	return booking.Place{StaffID: staffID, Start: at(t, text)}
}

// ill books five appointments with Ben on Tuesday, and lets him be ill at eight.
func (d *fixture) ill(t *testing.T) (list []*ent.Appointment) {
	t.Helper()
	for _, clock := range []string{"10:00", "11:00", "12:00", "14:00", "15:00"} {
		list = append(list, d.book(t, start(t, cut, "2026-11-24 "+clock, ben)))
	}
	d.now.Store(int64(at(t, "2026-11-24 08:00")))
	today := civil.NewDate(2026, time.November, 24)
	input := salon.StaffAbsenceAddInput{StaffID: ben, Kind: "SICK", Days: &salon.DaysInput{First: today, Last: today}}
	if _, _, err := d.salon.StaffAbsenceAdd(byOwner(t), input); err != nil {
		t.Fatal(err)
	}
	return list
}

// said returns what is proposed.
func said(t *testing.T, p *booking.RearrangementProposal) string {
	t.Helper()
	if p.Move != nil {
		return "move to " + free([]*booking.FreeStart{{Start: p.Move.Start, Staff: []*schedule.StaffProfile{p.Move.Staff}}})
	}
	var starts []*booking.FreeStart
	for _, o := range p.Offer {
		starts = append(starts, &booking.FreeStart{Start: o.Start, Staff: []*schedule.StaffProfile{o.Staff}})
	}
	return "offer " + free(starts)
}

// TestIllToday proposes, does all of it and takes it back.
func TestIllToday(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		list := d.ill(t)
		for _, clock := range []string{"10:00", "11:00"} { // then only Anna and Clara could
			d.book(t, start(t, cut, "2026-11-24 "+clock, anna))
			d.book(t, start(t, cut, "2026-11-24 "+clock, clara))
		}
		var all []booking.Rearrangement
		var got []string
		for i, p := range d.propose(t, list...) {
			got = append(got, said(t, p))
			if p.Move != nil {
				all = append(all, moved(list[i], booking.Place{StaffID: p.Move.Staff.ID, Start: p.Move.Start}))
				continue
			}
			var places []booking.Place
			for _, o := range p.Offer {
				places = append(places, booking.Place{StaffID: o.Staff.ID, Start: o.Start})
			}
			all = append(all, offered(list[i], places...))
		}
		same(t, "proposed", strings.Join(got, " | "), "offer 24 12:00 Clara, 24 14:00 Anna, 24 16:00 Clara | offer 24 15:00 Clara, 24 17:00 Clara, 25 09:00 Ben | move to 24 12:00 Anna | move to 24 14:00 Clara | move to 24 15:00 Anna")

		input := booking.AppointmentsRearrangeInput{BranchID: mitte, Appointments: all, IdempotencyKey: new(d.key())}
		after := must(d.AppointmentsRearrange(byOwner(t), input))(t)
		again := must(d.AppointmentsRearrange(byOwner(t), input))(t)
		same(t, "done twice", again[2].Version, after[2].Version)
		same(t, "held", d.count(t, appointment.StatusHELD), 6)
		same(t, "mails about an offer", strings.Contains(strings.Join(d.mails(t, list[0].ID), ", "), "1 OFFER WAITING"), true)
		same(t, "moved", after[2].StaffID+" "+free([]*booking.FreeStart{{Start: after[2].StartsAt}}), anna+" 24 12:00")
		d.checkNoOverlap(t)

		back := []booking.Rearrangement{
			{AppointmentID: after[0].ID, ExpectedVersion: 1, WithdrawOffer: true}, {AppointmentID: after[1].ID, ExpectedVersion: 1, WithdrawOffer: true},
		}
		for i, a := range after[2:] {
			step := moved(a, booking.Place{StaffID: ben, Start: list[i+2].StartsAt})
			back = append(back, step)
		}
		err := d.rearrange(t, back...)
		same(t, "back to somebody who is ill", codes(err), "OVERRIDE_REQUIRED appointments.2.move.override, OVERRIDE_REQUIRED appointments.3.move.override, OVERRIDE_REQUIRED appointments.4.move.override")
		var refused *booking.RearrangementError
		if !errors.As(err, &refused) || len(refused.Refused) != 3 || refused.Refused[0].AppointmentID != list[2].ID || refused.Refused[0].Obstacles[0].Code != "ABSENT" {
			t.Errorf("refused are %v", err)
		}
		same(t, "nothing is undone", d.count(t, appointment.StatusHELD), 6)
		for i := range back {
			if back[i].Move != nil {
				back[i].Move.Override = true
			}
		}
		same(t, "undone", codes(d.rearrange(t, back...)), "")
		same(t, "held", d.count(t, appointment.StatusHELD), 0)
		for _, before := range list {
			row := d.store.Client().Appointment.GetX(t.Context(), before.ID)
			same(t, "the place", row.StaffID+row.StartsAt.String(), ben+before.StartsAt.String())
		}
	})
}

// TestAppointmentsTakeEachOthersPlaces moves in the order that frees no place in time, and in circles.
func TestAppointmentsTakeEachOthersPlaces(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		ten, eleven := place(t, ben, "2026-11-24 10:00"), place(t, ben, "2026-11-24 11:00")
		a, b := d.book(t, start(t, cut, "2026-11-24 10:00", ben)), d.book(t, start(t, cut, "2026-11-24 11:00", ben))
		c := d.book(t, start(t, cut, "2026-11-24 11:00", anna))
		for _, test := range []struct {
			name       string
			a, b, c    booking.Place
			wrong, got string
		}{
			{"one after another", eleven, place(t, ben, "2026-11-24 12:00"), place(t, anna, "2026-11-24 11:00"), "", "24 11:00 Ben, 24 12:00 Ben, 24 11:00 Anna"},
			{"back", ten, eleven, place(t, anna, "2026-11-24 11:00"), "", "24 10:00 Ben, 24 11:00 Ben, 24 11:00 Anna"},
			{"two change places", eleven, ten, place(t, anna, "2026-11-24 11:00"), "", "24 11:00 Ben, 24 10:00 Ben, 24 11:00 Anna"},
			{"all three do", ten, place(t, anna, "2026-11-24 11:00"), eleven, "", "24 10:00 Ben, 24 11:00 Anna, 24 11:00 Ben"},
			{"two want one place", ten, ten, eleven, "START_TAKEN appointments.1.move.start", "24 10:00 Ben, 24 11:00 Anna, 24 11:00 Ben"},
		} {
			rows := d.store.Client().Appointment.Query().Where(appointment.IDIn(a.ID, b.ID, c.ID)).Order(appointment.ByID()).AllX(t.Context())
			byID := map[string]*ent.Appointment{}
			for _, row := range rows {
				byID[row.ID] = row
			}
			same(t, test.name, problemCodes(d.rearrange(t, moved(byID[a.ID], test.a), moved(byID[b.ID], test.b), moved(byID[c.ID], test.c))), test.wrong)
			var got []string
			for _, of := range []*ent.Appointment{a, b, c} {
				row := d.store.Client().Appointment.Query().Where(appointment.ID(of.ID), appointment.Live(true)).WithStaff().OnlyX(t.Context())
				got = append(got, free([]*booking.FreeStart{{Start: row.StartsAt, Staff: []*schedule.StaffProfile{schedule.ProfileOf(row.Edges.Staff)}}}))
			}
			same(t, test.name, strings.Join(got, ", "), test.got)
			d.checkNoOverlap(t)
		}
		d.checkFeed(t)
	})
}

func TestRefusedRearrangements(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		list := d.ill(t)
		a, twelve := list[0], place(t, anna, "2026-11-24 12:00")
		elsewhere := d.book(t, booking.StartInput{BranchID: west, ServiceID: cut, StaffID: new(david), Start: at(t, "2026-11-25 11:00")})
		unmailed := must(d.AppointmentBookByStaff(byOwner(t), booking.AppointmentBookByStaffInput{BranchID: mitte, ServiceID: cut, StaffID: clara, Start: at(t, "2026-11-25 11:00")}))(t)
		d.hold(t, start(t, cut, "2026-11-24 16:00", anna), nil)
		stale := moved(a, twelve)
		stale.ExpectedVersion++
		for _, test := range []struct {
			name string
			list []booking.Rearrangement
			want string
		}{
			{"nothing", nil, "OUT_OF_RANGE appointments"},
			{"too many", make([]booking.Rearrangement, 101), "OUT_OF_RANGE appointments"},
			{"no step", []booking.Rearrangement{{AppointmentID: a.ID, ExpectedVersion: 1}}, "EXACTLY_ONE appointments.0"},
			{"two steps", []booking.Rearrangement{{AppointmentID: a.ID, ExpectedVersion: 1, Cancel: true, WithdrawOffer: true}}, "EXACTLY_ONE appointments.0"},
			{"one twice", []booking.Rearrangement{moved(a, twelve), moved(a, twelve)}, "LISTED_TWICE appointments.1.appointmentId"},
			{"another ID", []booking.Rearrangement{{AppointmentID: anna, Cancel: true}}, "ID_OF_ANOTHER_KIND appointments.0.appointmentId"},
			{"unknown", []booking.Rearrangement{{AppointmentID: "apt_unknown", Cancel: true}}, "NOT_FOUND appointments.0.appointmentId"},
			{"of another branch", []booking.Rearrangement{{AppointmentID: elsewhere.ID, ExpectedVersion: 1, Cancel: true}}, "NOT_FOUND appointments.0.appointmentId"},
			{"changed meanwhile", []booking.Rearrangement{moved(list[1], place(t, anna, "2026-11-24 15:00")), stale}, "CHANGED_MEANWHILE appointments.1.expectedVersion"},
			{"taken", []booking.Rearrangement{moved(a, place(t, anna, "2026-11-24 16:00"))}, "START_TAKEN appointments.0.move.start"},
			{"the same place twice", []booking.Rearrangement{moved(a, twelve), moved(list[1], twelve)}, "START_TAKEN appointments.1.move.start"},
			{"a place that is offered", []booking.Rearrangement{moved(a, twelve), offered(list[1], twelve)}, "START_TAKEN appointments.1.offer.starts.0.start"},
			{"no starts", []booking.Rearrangement{offered(a)}, "OUT_OF_RANGE appointments.0.offer.starts"},
			{"four starts", []booking.Rearrangement{offered(a, twelve, twelve, twelve, twelve)}, "OUT_OF_RANGE appointments.0.offer.starts"},
			{"a start twice", []booking.Rearrangement{offered(a, twelve, twelve)}, "START_TAKEN appointments.0.offer.starts.1.start"},
			{"a start that has passed", []booking.Rearrangement{offered(a, place(t, anna, "2026-11-24 07:00"))}, "START_NOT_BOOKABLE appointments.0.offer.starts.0.start"},
			{"no address", []booking.Rearrangement{offered(unmailed, twelve)}, "OFFER_NEEDS_EMAIL appointments.0.offer"},
			{"unknown staff", []booking.Rearrangement{moved(a, place(t, "stf_unknown", "2026-11-24 12:00"))}, "NOT_FOUND appointments.0.move.staffId"},
		} {
			same(t, test.name, problemCodes(d.rearrange(t, test.list...)), test.want)
		}
		_, err := d.AppointmentsRearrange(by(t, actor.Member, "ben"), booking.AppointmentsRearrangeInput{BranchID: mitte, Appointments: []booking.Rearrangement{moved(a, twelve)}})
		same(t, "by a member", codes(err), "OWN_BRANCHES_ONLY branchId")
		_, err = d.RearrangementProposals(by(t, actor.Member, "ben"), mitte, nil)
		same(t, "proposals for a member", codes(err), "OWN_BRANCHES_ONLY branchId")
		for _, before := range list {
			row := d.store.Client().Appointment.GetX(t.Context(), before.ID)
			same(t, "nothing has changed", row.StaffID+row.StartsAt.String()+fmt.Sprint(row.Version), ben+before.StartsAt.String()+"1")
		}
		same(t, "offers", d.store.Client().Offer.Query().CountX(t.Context()), 0)
	})
}

// TestProposalsNeedAFixedNumberOfStatements compares one appointment with five.
func TestProposalsNeedAFixedNumberOfStatements(t *testing.T) {
	t.Parallel()
	demotest.EachURL(t, func(t *testing.T, url string) {
		var statements atomic.Int64
		d := newFixture(t, storetest.Open(t, store.Options{URL: url, Observe: func(context.Context) { statements.Add(1) }}))
		list := d.ill(t)
		d.propose(t, list[0]) // reads the set-up
		count := func(of ...*ent.Appointment) int64 {
			statements.Store(0)
			d.propose(t, of...)
			return statements.Load()
		}
		same(t, "statements", count(list...), count(list[0]))
	})
}

func TestTheLeadTimeKeepsNobodyFromRearranging(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		list := d.ill(t)
		d.now.Store(int64(at(t, "2026-11-24 09:30"))) // the lead time is an hour
		proposal := d.propose(t, list[0])[0]
		same(t, "the colleague", codes(d.rearrange(t, moved(list[0], booking.Place{StaffID: proposal.Move.Staff.ID, Start: proposal.Move.Start}))), "")
		other := place(t, map[bool]string{true: clara, false: anna}[proposal.Move.Staff.ID == anna], "2026-11-24 10:15")
		same(t, "an offer", codes(d.rearrange(t, offered(list[1], other))), "")
		same(t, "and to take it", codes(d.take(t, list[1], other)), "")
	})
}
