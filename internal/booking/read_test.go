package booking_test

import (
	"strings"
	"testing"

	"visavis/ent/appointment"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/pagination"
)

func TestAppointmentsAreFoundAndPaged(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		first := d.book(t, start(t, cut, "2026-11-24 09:00", ben))
		d.book(t, start(t, cut, "2026-11-24 09:00", anna))
		d.book(t, start(t, videoTint, "2026-11-25 10:00", anna))
		gone := d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		d.hold(t, start(t, cut, "2026-11-26 14:00", anna), nil)
		d.book(t, booking.StartInput{BranchID: west, ServiceID: cut, StaffID: new(david), Start: at(t, "2026-11-24 10:00")})
		must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &gone.ID}))(t)

		list := func(change func(*booking.AppointmentSearch), size int) string {
			search := booking.AppointmentSearch{BranchID: mitte, Page: pagination.Request{First: size}}
			change(&search)
			var all []string
			for {
				page := must(d.Appointments(byOwner(t), search))(t)
				for _, a := range page.Nodes {
					all = append(all, a.StartsAt.String()[8:10]+strings.TrimPrefix(a.StaffID, "stf_demo-"))
				}
				if !page.PageInfo.HasNextPage {
					return strings.Join(all, " ")
				}
				search.Page.After = page.PageInfo.EndCursor
			}
		}
		everything := func(*booking.AppointmentSearch) {}
		whole := list(everything, 100)
		same(t, "appointments", len(strings.Fields(whole)), 4)
		same(t, "one by one", list(everything, 1), whole)
		for _, test := range []struct {
			what   string
			change func(*booking.AppointmentSearch)
			want   string
		}{
			{"of Anna", func(s *booking.AppointmentSearch) { s.StaffIDs = []string{anna} }, "24anna 25anna 26anna"},
			{"from Wednesday", func(s *booking.AppointmentSearch) { s.From = new(date("2026-11-25")) }, "25anna 26anna"},
			{"on Wednesday", func(s *booking.AppointmentSearch) { s.From, s.To = new(date("2026-11-25")), new(date("2026-11-25")) }, "25anna"},
			{"cancelled", func(s *booking.AppointmentSearch) {
				s.Statuses = []appointment.Status{appointment.StatusCANCELLED}
			}, "26anna"},
			{"held", func(s *booking.AppointmentSearch) { s.Statuses = []appointment.Status{appointment.StatusHELD} }, "26anna"},
			{"in West", func(s *booking.AppointmentSearch) { s.BranchID = west }, "24david"},
		} {
			same(t, test.what, list(test.change, 2), test.want)
		}
		d.now.Add(600)
		same(t, "once the hold has expired", list(func(s *booking.AppointmentSearch) { s.Statuses = []appointment.Status{appointment.StatusHELD} }, 2), "")
		_, err := d.Appointments(byOwner(t), booking.AppointmentSearch{
			BranchID: mitte, From: new(date("2026-11-25")), To: new(civil.Date(0)), Page: pagination.Request{First: 1},
		})
		same(t, "backwards", codes(err), "RANGE_REVERSED to")
		same(t, "one", must(d.Appointment(byOwner(t), first.ID))(t).ID, first.ID)
		same(t, "none", must(d.Appointment(byOwner(t), "apt_none"))(t) == nil, true)
	})
}

func TestAnAppointmentHasAHistory(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, cut, "2026-11-26 10:00", ben))
		d.now.Add(60)
		must(d.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{ID: &booked.ID, Start: at(t, "2026-11-26 08:07"), StaffID: new(clara), Override: true}))(t)
		d.now.Add(60)
		must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &booked.ID}))(t)
		var told string
		for _, e := range must(d.HistoriesOf(byOwner(t), []string{booked.ID}))(t)[booked.ID] {
			told += strings.Join([]string{e.At.String()[11:16], e.Action, string(e.Status), e.Start.String()[11:16], strings.TrimPrefix(e.StaffID, "stf_demo-")}, " ")
			for _, o := range e.Overridden {
				told += " " + string(o)
			}
			told += "\n"
		}
		same(t, "the history", told, `08:00 appointmentBook CONFIRMED 09:00 ben
08:01 appointmentMove CONFIRMED 07:07 clara BRANCH_CLOSED NOT_ROSTERED OFF_INTERVAL
08:02 appointmentCancel CANCELLED 07:07 clara
`)
	})
}
