package manage_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/demo/demotest"
	"visavis/internal/event"
	"visavis/internal/link"
	"visavis/internal/store"
	"visavis/internal/web/confirm"
	"visavis/internal/web/customerdata"
	"visavis/internal/web/manage"
)

const publicURL = "https://booking.example"

// salon is the demo salon at nine on Monday, 23 November 2026 in Berlin.
type salon struct {
	http.Handler
	*booking.Booking
	database *store.Store
}

func each(t *testing.T, test func(t *testing.T, s *salon)) {
	t.Parallel()
	demotest.Each(t, func(t *testing.T, database *store.Store) {
		clock := func() civil.Instant { return instant(t, "2026-11-23T08:00:00Z") }
		logger := slog.New(slog.DiscardHandler)
		feed := event.NewFeed(database, logger)
		t.Cleanup(feed.Close)
		bookings := booking.New(booking.Options{Store: database, Feed: feed, Clock: clock})
		page := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("page")) })
		mux := http.NewServeMux()
		mux.Handle("/", manage.NewHandler(manage.Options{Page: page, Booking: bookings, PublicURL: publicURL, Clock: clock, Logger: logger}))
		mux.Handle(link.ConfirmPattern, confirm.NewHandler(confirm.Options{Booking: bookings, Logger: logger}))
		mux.Handle(link.CustomerDataPattern, customerdata.NewHandler(customerdata.Options{Booking: bookings, Logger: logger}))
		test(t, &salon{mux, bookings, database})
	})
}

func instant(t *testing.T, text string) civil.Instant {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return civil.InstantOf(at)
}

func (s *salon) book(t *testing.T, serviceID, start string) *ent.Appointment {
	t.Helper()
	row, err := s.AppointmentBook(actor.With(t.Context(), actor.Actor{}), booking.AppointmentBookInput{
		Start: &booking.StartInput{BranchID: "brn_demo-mitte", ServiceID: serviceID, StaffID: new("stf_demo-anna"), Start: instant(t, start)},
		Customer: booking.CustomerInput{
			Name: "Carla Kunde", Email: new("carla@kunde.example"), Locale: branch.LocaleDE, AcceptsPrivacy: true,
		},
		IdempotencyKey: "key-of-the-booking-at-" + strings.NewReplacer(":", "-").Replace(start),
	}, "")
	if err != nil {
		t.Fatal(err)
	}
	return row
}

func (s *salon) ask(method, path string, headers ...string) *httptest.ResponseRecorder {
	answer, request := httptest.NewRecorder(), httptest.NewRequest(method, path, nil)
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	s.ServeHTTP(answer, request)
	return answer
}

// entry returns the lines of the only event of a calendar.
func (s *salon) entry(t *testing.T, of *ent.Appointment) map[string]string {
	t.Helper()
	answer := s.ask(http.MethodGet, link.ManageCalendar(*of.Secret))
	calendar, err := ics.ParseCalendar(answer.Body)
	if err != nil || answer.Code != http.StatusOK || len(calendar.Events()) != 1 {
		t.Fatalf("%d: %v", answer.Code, err)
	}
	said := map[string]string{}
	for _, property := range calendar.Events()[0].Properties {
		said[property.IANAToken] = property.Value
	}
	return said
}

func TestTheEntryFollowsTheAppointment(t *testing.T) {
	each(t, func(t *testing.T, s *salon) {
		booked := s.book(t, "svc_demo-video-colour", "2026-11-26T09:00:00Z")
		join := publicURL + "/join/" + *booked.JoinToken
		expect(t, s.entry(t, booked), map[string]string{
			"UID": booked.ID + "@visavis", "SEQUENCE": "0", "STATUS": "CONFIRMED", "DTSTART": "20261126T090000Z", "DTEND": "20261126T093000Z",
			"DTSTAMP": "20261123T080000Z", "URL": join, "LOCATION": join, "SUMMARY": "Farbberatung · Salon Mitte",
		})
		if _, err := s.AppointmentMove(t.Context(), booking.AppointmentMoveInput{Secret: booked.Secret, Start: instant(t, "2026-11-26T10:00:00Z")}); err != nil {
			t.Fatal(err)
		}
		expect(t, s.entry(t, booked), map[string]string{
			"UID": booked.ID + "@visavis", "SEQUENCE": "1", "STATUS": "CONFIRMED", "DTSTART": "20261126T100000Z", "URL": join,
		})
		if _, err := s.AppointmentCancel(t.Context(), booking.AppointmentCancelInput{Secret: booked.Secret}); err != nil {
			t.Fatal(err)
		}
		expect(t, s.entry(t, booked), map[string]string{"UID": booked.ID + "@visavis", "SEQUENCE": "2", "STATUS": "CANCELLED"})
	})
}

func TestTheEntryOfAVisitTellsTheAddress(t *testing.T) {
	each(t, func(t *testing.T, s *salon) {
		said := s.entry(t, s.book(t, "svc_demo-cut", "2026-11-26T09:00:00Z"))
		if !strings.HasPrefix(said["LOCATION"], "Salon Mitte") || said["URL"] != "" {
			t.Errorf("%v", said)
		}
	})
}

func TestTheAddressStaysASecret(t *testing.T) {
	each(t, func(t *testing.T, s *salon) {
		booked := s.book(t, "svc_demo-video-colour", "2026-11-26T09:00:00Z")
		for path, want := range map[string]int{
			link.Manage(*booked.Secret):         http.StatusOK,
			link.Manage("unknown"):              http.StatusOK, // the page says so
			link.ManageCalendar(*booked.Secret): http.StatusOK,
			link.ManageCalendar("unknown"):      http.StatusNotFound,
			link.ManageCalendar("%00"):          http.StatusNotFound,
		} {
			answer := s.ask(http.MethodGet, path)
			isEntry := want == http.StatusOK && path == link.ManageCalendar(*booked.Secret) // which leads back to the page
			if answer.Code != want || strings.Contains(answer.Body.String(), *booked.Secret) != isEntry {
				t.Errorf("%s: %d %s", path, answer.Code, answer.Body)
			}
			for name, value := range map[string]string{
				"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex", "X-Content-Type-Options": "nosniff",
			} {
				if got := answer.Header().Get(name); got != value {
					t.Errorf("%s: %s is %q", path, name, got)
				}
			}
		}
	})
}

func expect(t *testing.T, said, want map[string]string) {
	t.Helper()
	for name, value := range want {
		if said[name] != value {
			t.Errorf("%s is %q, want %q", name, said[name], value)
		}
	}
}
