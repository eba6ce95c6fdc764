package booking_test

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"visavis/ent"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/demo/demotest"
	"visavis/internal/event"
	"visavis/internal/problem"
	"visavis/internal/salon"
	"visavis/internal/schedule"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// monday is 2026-11-23, 09:00 in Berlin. The demo salon opens on Tuesday.
func monday() civil.Instant {
	return civil.InstantOf(time.Date(2026, time.November, 23, 8, 0, 0, 0, time.UTC))
}

const mitte = "brn_demo-mitte"

// newDemo opens a copy of the demo salon on SQLite.
func newDemo(t *testing.T) *booking.Booking {
	t.Helper()
	return newBooking(t, storetest.Open(t, store.Options{URL: demotest.Salon.SQLiteURL(t)}), monday)
}

func newBooking(t testing.TB, s *store.Store, clock civil.Clock) *booking.Booking {
	t.Helper()
	feed := event.NewFeed(s, slog.New(slog.DiscardHandler))
	t.Cleanup(feed.Close)
	return booking.New(booking.Options{Store: s, Feed: feed, Clock: clock})
}

func date(text string) civil.Date {
	d, err := civil.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func week() civil.DateRange {
	return civil.DateRange{First: date("2026-11-23"), Last: date("2026-11-29")}
}

func TestWhatIsOfferedIsExactlyWhatIsExplainedAsBookable(t *testing.T) {
	demotest.Each(t, func(t *testing.T, s *store.Store) {
		b := newBooking(t, s, monday)
		absent(t, s)
		offered := map[string]bool{}
		for _, search := range []func(context.Context, booking.Search) ([]*schedule.Offer, error){b.BookableVideoConsultations, b.BookableSalonVisits} {
			offers, err := search(byOwner(t), booking.Search{BranchID: mitte, Dates: week()})
			if err != nil {
				t.Fatal(err)
			}
			for _, offer := range offers {
				for _, day := range offer.Days {
					for _, start := range day.Starts {
						offered[fmt.Sprint(offer.Staff.ID, offer.Service.ID, start)] = true
					}
				}
			}
		}
		if len(offered) == 0 {
			t.Fatal("nothing is offered")
		}
		staff := s.Client().Staff.Query().AllX(byOwner(t))
		services := s.Client().Service.Query().AllX(byOwner(t))
		for _, member := range staff {
			for _, service := range services {
				checkDay(t, b, member, service, offered)
			}
		}
	})
}

// absent makes Anna absent on Tuesday from 10 to 11 in Berlin.
func absent(t *testing.T, s *store.Store) {
	t.Helper()
	feed := event.NewFeed(s, slog.New(slog.DiscardHandler))
	t.Cleanup(feed.Close)
	ten := civil.InstantOf(time.Date(2026, time.November, 24, 9, 0, 0, 0, time.UTC))
	_, _, err := salon.New(s, feed, monday).StaffAbsenceAdd(byOwner(t), salon.StaffAbsenceAddInput{
		StaffID: "stf_demo-anna", Kind: "BREAK", Times: &salon.TimesInput{Start: ten, End: ten.Add(time.Hour)}})
	if err != nil {
		t.Fatal(err)
	}
}

// checkDay checks every twenty minutes of Tuesday, on the interval and off it.
func checkDay(t *testing.T, b *booking.Booking, member *ent.Staff, service *ent.Service, offered map[string]bool) {
	t.Helper()
	first := civil.InstantOf(time.Date(2026, time.November, 24, 7, 40, 0, 0, time.UTC))
	for start := first; start < first.Add(10*time.Hour); start = start.Add(20 * time.Minute) {
		explanation, err := b.ExplainStart(byOwner(t), mitte, member.ID, service.ID, start)
		if err != nil {
			t.Fatal(err)
		}
		if is := offered[fmt.Sprint(member.ID, service.ID, start)]; is != explanation.Bookable() {
			t.Errorf("%s, %s at %v: offered %v, explained %+v", member.DisplayName, service.Name, start, is, explanation.Obstacles)
		}
	}
}

func TestRefusedSearches(t *testing.T) {
	demotest.Each(t, func(t *testing.T, s *store.Store) {
		b := newBooking(t, s, monday)
		first := date("2026-11-23")
		for _, test := range []struct {
			name   string
			search booking.Search
			want   string // code and field; empty: allowed
		}{
			{"a week", booking.Search{BranchID: mitte, Dates: week()}, ""},
			{"a day", booking.Search{BranchID: mitte, Dates: civil.DateRange{First: first, Last: first}}, ""},
			{"92 days", booking.Search{BranchID: mitte, Dates: civil.DateRange{First: first, Last: first.AddDays(91)}}, ""},
			{"93 days", booking.Search{BranchID: mitte, Dates: civil.DateRange{First: first, Last: first.AddDays(92)}}, "RANGE_TOO_LONG to"},
			{"all of time", booking.Search{BranchID: mitte, Dates: civil.DateRange{First: date("0001-01-01"), Last: date("9999-12-31")}}, "RANGE_TOO_LONG to"},
			{"backwards", booking.Search{BranchID: mitte, Dates: civil.DateRange{First: first, Last: first - 1}}, "RANGE_REVERSED to"},
			{"the last day there is", booking.Search{BranchID: mitte, Dates: civil.DateRange{First: date("9999-12-31"), Last: date("9999-12-31")}}, ""},
			{"the first day there is", booking.Search{BranchID: mitte, Dates: civil.DateRange{First: date("0001-01-01"), Last: date("0001-01-01")}}, ""},
			{"in nothing", booking.Search{BranchID: "brn_nothing", Dates: week()}, "NOT_FOUND branchId"},
			{"in a person", booking.Search{BranchID: "stf_demo-anna", Dates: week()}, "ID_OF_ANOTHER_KIND branchId"},
			{"a person as a service", booking.Search{BranchID: mitte, Dates: week(), ServiceIDs: []string{"svc_demo-cut", "stf_demo-anna"}}, "ID_OF_ANOTHER_KIND serviceIds.1"},
			{"a service as a person", booking.Search{BranchID: mitte, Dates: week(), StaffIDs: []string{"svc_demo-cut"}}, "ID_OF_ANOTHER_KIND staffIds.0"},
			{"a NUL", booking.Search{BranchID: mitte, Dates: week(), StaffIDs: []string{"stf_\x00"}}, "ID_OF_ANOTHER_KIND staffIds.0"},
			{"too many services", booking.Search{BranchID: mitte, Dates: week(), ServiceIDs: make([]string, 1001)}, "TOO_MANY serviceIds"},
		} {
			_, err := b.BookableVideoConsultations(byOwner(t), test.search)
			if got := problemCodes(err); got != test.want || got == "" && err != nil {
				t.Errorf("%s: %q (%v), want %q", test.name, got, err, test.want)
			}
		}
	})
}

func problemCodes(err error) string {
	var said []string
	for _, p := range problem.Of(err) {
		said = append(said, string(p.Code)+" "+strings.Join(p.Field, "."))
	}
	return strings.Join(said, ", ")
}

func TestASearchKeepsToWhatItNames(t *testing.T) {
	b := newDemo(t)
	for _, test := range []struct {
		name   string
		search booking.Search
		want   string
	}{
		{"everything", booking.Search{}, "Farbberatung Anna, Pflegeberatung Anna"},
		{"one service", booking.Search{ServiceIDs: []string{"svc_demo-video-care"}}, "Pflegeberatung Anna"},
		{"no service", booking.Search{ServiceIDs: []string{}}, ""},
		{"a service in the salon", booking.Search{ServiceIDs: []string{"svc_demo-cut"}}, ""},
		{"one person", booking.Search{StaffIDs: []string{"stf_demo-anna"}}, "Farbberatung Anna, Pflegeberatung Anna"},
		{"somebody without a link", booking.Search{StaffIDs: []string{"stf_demo-ben"}}, ""},
		{"nobody", booking.Search{StaffIDs: []string{"stf_nobody"}}, ""},
	} {
		test.search.BranchID, test.search.Dates = mitte, week()
		offers, err := b.BookableVideoConsultations(byOwner(t), test.search)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, offer := range offers {
			got = append(got, offer.Service.Name+" "+offer.Staff.DisplayName)
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestRefusedExplanations(t *testing.T) {
	b := newDemo(t)
	for _, test := range []struct{ branch, staff, service, want string }{
		{"svc_demo-cut", "stf_demo-anna", "svc_demo-cut", "ID_OF_ANOTHER_KIND branchId"},
		{mitte, mitte, "svc_demo-cut", "ID_OF_ANOTHER_KIND staffId"},
		{mitte, "stf_demo-anna", "cat_demo-hair", "ID_OF_ANOTHER_KIND serviceId"},
		{"brn_nothing", "stf_demo-anna", "svc_demo-cut", "NOT_FOUND branchId"},
		{mitte, "stf_nobody", "svc_demo-cut", "NOT_FOUND staffId"},
		{mitte, "stf_demo-anna", "svc_nothing", "NOT_FOUND serviceId"},
	} {
		_, err := b.ExplainStart(byOwner(t), test.branch, test.staff, test.service, monday())
		if got := problemCodes(err); got != test.want {
			t.Errorf("%+v: %q", test, got)
		}
	}
}
