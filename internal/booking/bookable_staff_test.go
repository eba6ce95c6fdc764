package booking_test

import (
	"slices"
	"testing"

	"visavis/internal/booking"
	"visavis/internal/civil"
)

// nextStarts returns who offers the service of a search, with their next start by the clock of the salon.
func (d *fixture) nextStarts(t *testing.T, search booking.Search) []string {
	t.Helper()
	var found []string
	for _, s := range must(d.BookableStaff(t.Context(), search))(t) {
		next := "never"
		if s.NextStart != nil {
			next = s.NextStart.String()
		}
		found = append(found, s.Staff.ID+" "+next)
	}
	return found
}

// ella offers the service, and is never free in this week.
const ella = "stf_demo-ella"

func TestEverybodyWhoOffersAServiceHasTheirNextStart(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		tuesday := at(t, "2026-11-24 00:00")
		days := civil.DateRange{First: week().First.AddDays(1), Last: week().Last}
		search := booking.Search{BranchID: mitte, Dates: days, ServiceIDs: []string{videoCare}}
		// nextOf is the first start of a profile by the search for starts.
		nextOf := func(staffID string) string {
			offers := must(d.BookableVideoConsultations(t.Context(), booking.Search{BranchID: mitte, Dates: days, ServiceIDs: []string{videoCare}, StaffIDs: []string{staffID}}))(t)
			if len(offers) == 0 {
				return staffID + " never"
			}
			return staffID + " " + offers[0].Days[0].Starts[0].String()
		}
		before := d.nextStarts(t, search)
		if want := []string{nextOf(anna), nextOf(ella)}; !slices.Equal(before, want) {
			t.Fatalf("%q, want %q", before, want)
		}

		next := must(d.BookableStaff(t.Context(), search))(t)[0].NextStart
		if *next < tuesday {
			t.Errorf("the next start %v is on no date asked about", next)
		}
		staffID := anna
		hold := d.hold(t, booking.StartInput{BranchID: mitte, ServiceID: videoCare, StaffID: &staffID, Start: *next}, nil)
		if got := d.nextStarts(t, search); got[0] == before[0] || got[1] != before[1] {
			t.Errorf("while Anna's next start is held: %q", got)
		}
		own := search
		own.HoldSecret = hold.Secret
		if got := d.nextStarts(t, own); !slices.Equal(got, before) {
			t.Errorf("to the holder: %q, want %q", got, before)
		}

		absent(t, d.store)
		if got, want := d.nextStarts(t, search), []string{nextOf(anna), nextOf(ella)}; !slices.Equal(got, want) {
			t.Errorf("with an absence: %q, want %q", got, want)
		}
		search.Dates = civil.DateRange{First: week().First.AddDays(-7), Last: week().First.AddDays(-1)}
		if got, want := d.nextStarts(t, search), []string{anna + " never", ella + " never"}; !slices.Equal(got, want) {
			t.Errorf("in the past: %q, want %q", got, want)
		}
		search.ServiceIDs = []string{"svc_nothing"}
		if got := d.nextStarts(t, search); len(got) > 0 {
			t.Errorf("of no service: %q", got)
		}
	})
}

func TestRefusedBookableStaff(t *testing.T) {
	b := newDemo(t)
	long := civil.DateRange{First: week().First, Last: week().First.AddDays(92)}
	for _, test := range []struct {
		name   string
		search booking.Search
		want   string
	}{
		{"in nothing", booking.Search{BranchID: "brn_nothing", Dates: week(), ServiceIDs: []string{videoCare}}, "NOT_FOUND branchId"},
		{"a person as a service", booking.Search{BranchID: mitte, Dates: week(), ServiceIDs: []string{anna}}, "ID_OF_ANOTHER_KIND serviceId"},
		{"93 days", booking.Search{BranchID: mitte, Dates: long, ServiceIDs: []string{videoCare}}, "RANGE_TOO_LONG to"},
	} {
		_, err := b.BookableStaff(t.Context(), test.search)
		if got := problemCodes(err); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
