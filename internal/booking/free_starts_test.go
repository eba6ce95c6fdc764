package booking_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"visavis/internal/actor"
	"visavis/internal/booking"
)

// TestStaffFindTheNextFreeStarts asks on Monday at nine, when the salon is closed; Anna and Ben work from Tuesday to Thursday.
func TestStaffFindTheNextFreeStarts(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.book(t, start(t, cut, "2026-11-24 10:00", anna))
		moving := d.book(t, start(t, cut, "2026-11-24 11:00", anna))
		for _, test := range []struct {
			name   string
			search booking.FreeSearch
			want   string
		}{
			{"with anyone", booking.FreeSearch{First: 2}, "24 09:00 Anna Ben Clara, 24 09:15 Ben Clara"},
			{"with Anna, around what she has", booking.FreeSearch{StaffID: new(anna), First: 3}, "24 09:00 Anna, 24 12:00 Anna, 24 12:15 Anna"},
			{"from a time on", booking.FreeSearch{From: new(at(t, "2026-11-26 15:50")), First: 1}, "26 16:00 Anna Ben Clara"},
			{"if the appointment at eleven moves", booking.FreeSearch{StaffID: new(anna), First: 2, ExceptID: &moving.ID}, "24 09:00 Anna, 24 11:00 Anna"},
			{"with somebody who does not work here", booking.FreeSearch{StaffID: new(david), First: 2}, ""},
		} {
			test.search.BranchID, test.search.ServiceID = mitte, cut
			same(t, test.name, free(must(d.FreeStarts(byOwner(t), test.search))(t)), test.want)
		}
	})
}

// Whatever the search names can be booked by staff, although customers cannot book it online.
func TestFreeStartsCanBeBookedByStaff(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.now.Store(int64(at(t, "2026-11-24 10:20"))) // the lead time is an hour
		search := booking.FreeSearch{BranchID: mitte, ServiceID: cut, StaffID: new(ben), First: 50}
		same(t, "the first at the till", free(must(d.FreeStarts(byOwner(t), search))(t)[:1]), "24 10:30 Ben")
		byBen := by(t, actor.Member, "ben")
		found := must(d.FreeStarts(byBen, search))(t)
		same(t, "the first for Ben", free(found[:1]), "24 11:30 Ben")
		for i := 0; i < len(found); i += 7 {
			_, err := d.AppointmentBookByStaff(byBen, booking.AppointmentBookByStaffInput{BranchID: mitte, ServiceID: cut, StaffID: ben, Start: found[i].Start})
			same(t, "booked", codes(err), "")
		}
	})
}

func TestRefusedFreeStarts(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		annas := d.book(t, start(t, cut, "2026-11-24 10:00", anna))
		for _, test := range []struct {
			name    string
			search  booking.FreeSearch
			refused string
		}{
			{"no branch", booking.FreeSearch{BranchID: "brn_unknown", ServiceID: cut, First: 1}, "NOT_FOUND branchId"},
			{"no service", booking.FreeSearch{BranchID: mitte, ServiceID: "svc_unknown", First: 1}, "NOT_FOUND serviceId"},
			{"too many", booking.FreeSearch{BranchID: mitte, ServiceID: cut, First: 51}, "OUT_OF_RANGE first"},
			{"another's column", booking.FreeSearch{BranchID: mitte, ServiceID: cut, StaffID: new(anna), First: 1}, "OWN_COLUMN_ONLY staffId"},
			{"another's appointment", booking.FreeSearch{BranchID: mitte, ServiceID: cut, First: 1, ExceptID: &annas.ID}, "NOT_FOUND exceptAppointmentId"},
		} {
			_, err := d.FreeStarts(by(t, actor.Member, "ben"), test.search)
			same(t, test.name, codes(err), test.refused)
		}
		own := must(d.FreeStarts(by(t, actor.Member, "ben"), booking.FreeSearch{BranchID: mitte, ServiceID: cut, First: 2}))(t)
		same(t, "a member sees only the own column", free(own), "24 09:00 Ben, 24 09:15 Ben")
	})
}

// free lists starts by day and time in Berlin, with who is free.
func free(starts []*booking.FreeStart) string {
	berlin, _ := time.LoadLocation("Europe/Berlin")
	list := make([]string, 0, len(starts))
	for _, s := range starts {
		text := s.Start.Time().In(berlin).Format("02 15:04")
		for _, profile := range s.Staff {
			text += fmt.Sprint(" ", profile.DisplayName)
		}
		list = append(list, text)
	}
	return strings.Join(list, ", ")
}
