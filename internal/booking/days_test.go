package booking_test

import (
	"slices"
	"testing"

	"visavis/internal/availability"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/schedule"
)

// TestTheBookableDaysAreThoseOfTheOffers compares both for every service, with anyone and with each person.
func TestTheBookableDaysAreThoseOfTheOffers(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		month := civil.DateRange{First: week().First, Last: week().First.AddDays(30)}
		hold := d.hold(t, start(t, videoCare, "2026-11-24 10:00", anna), nil)
		sometimes := 0
		for _, serviceID := range []string{videoCare, "svc_demo-video-colour", "svc_demo-cut", "svc_nothing"} {
			for _, staffIDs := range [][]string{nil, {anna}, {ben}, {"stf_nobody"}} {
				for _, secret := range []*string{nil, hold.Secret} {
					search := booking.Search{BranchID: mitte, Dates: month, ServiceIDs: []string{serviceID}, StaffIDs: staffIDs, HoldSecret: secret}
					days := must(d.BookableDays(t.Context(), search))(t)
					offers := append(must(d.BookableVideoConsultations(t.Context(), search))(t), must(d.BookableSalonVisits(t.Context(), search))(t)...)
					if want := schedule.Union(offers); !slices.EqualFunc(days, want, sameDay) {
						t.Errorf("%s with %v: %d days, want %d", serviceID, staffIDs, len(days), len(want))
					}
					if len(days) > 0 {
						sometimes++
					}
				}
			}
		}
		if sometimes < 6 {
			t.Errorf("only %d searches find a day", sometimes)
		}
	})
}

func sameDay(a, b *availability.Day) bool {
	return a.Date == b.Date && slices.Equal(a.Starts, b.Starts)
}

func TestRefusedBookableDays(t *testing.T) {
	b := newDemo(t)
	long := civil.DateRange{First: week().First, Last: week().First.AddDays(92)}
	for _, test := range []struct {
		name   string
		search booking.Search
		want   string
	}{
		{"in nothing", booking.Search{BranchID: "brn_nothing", Dates: week(), ServiceIDs: []string{videoCare}}, "NOT_FOUND branchId"},
		{"a person as a service", booking.Search{BranchID: mitte, Dates: week(), ServiceIDs: []string{anna}}, "ID_OF_ANOTHER_KIND serviceId"},
		{"a service as a person", booking.Search{BranchID: mitte, Dates: week(), ServiceIDs: []string{videoCare}, StaffIDs: []string{videoCare}}, "ID_OF_ANOTHER_KIND staffId"},
		{"93 days", booking.Search{BranchID: mitte, Dates: long, ServiceIDs: []string{videoCare}}, "RANGE_TOO_LONG to"},
	} {
		_, err := b.BookableDays(t.Context(), test.search)
		if got := problemCodes(err); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
