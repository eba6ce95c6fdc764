package calendarfeed_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"
	_ "time/tzdata"

	ics "github.com/arran4/golang-ical"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/demo/demotest"
	"visavis/internal/event"
	"visavis/internal/link"
	"visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/internal/web/calendarfeed"
)

const (
	mitte     = "brn_demo-mitte"
	west      = "brn_demo-west"
	anna      = "stf_demo-anna"
	ben       = "stf_demo-ben"
	cut       = "svc_demo-cut"
	videoTint = "svc_demo-video-colour"
)

// testSalon is the demo salon with a server of calendar feeds and a settable clock.
type testSalon struct {
	*salon.Salon
	store      *store.Store
	server     *httptest.Server
	now        *atomic.Int64
	statements *atomic.Int64
}

// each runs the test in the salon at nine on Monday, 23 November 2026 in Berlin,
// on a database of each engine.
func each(t *testing.T, test func(t *testing.T, s *testSalon)) {
	t.Parallel()
	demotest.EachURL(t, func(t *testing.T, url string) {
		s := &testSalon{now: new(atomic.Int64), statements: new(atomic.Int64)}
		s.store = storetest.Open(t, store.Options{URL: url, Observe: func(context.Context) { s.statements.Add(1) }})
		s.now.Store(int64(berlin(t, "2026-11-23 09:00")))
		logger := slog.New(slog.DiscardHandler)
		feed := event.NewFeed(s.store, logger)
		t.Cleanup(feed.Close)
		s.Salon = salon.New(s.store, feed, s.clock)
		mux := http.NewServeMux()
		mux.Handle(link.CalendarPattern, calendarfeed.NewHandler(calendarfeed.Options{Database: s.store, Clock: s.clock, Logger: logger}))
		s.server = httptest.NewServer(mux)
		t.Cleanup(s.server.Close)
		test(t, s)
	})
}

func (s *testSalon) clock() civil.Instant { return civil.Instant(s.now.Load()) }

// write changes the database directly.
func (s *testSalon) write(t *testing.T, do func(context.Context, *ent.Client)) {
	t.Helper()
	check(t, s.store.Write(byOwner(t), func(ctx context.Context, tx *store.Tx) error {
		do(ctx, tx.Client)
		return nil
	}))
}

// book creates an appointment of half an hour in Mitte with a join link, modified by change.
func (s *testSalon) book(t *testing.T, id, staffID, serviceID, start string, change ...func(*ent.AppointmentCreate)) {
	t.Helper()
	s.write(t, func(ctx context.Context, c *ent.Client) {
		from := berlin(t, start)
		create := c.Appointment.Create().SetID(id).SetBranchID(mitte).SetServiceID(serviceID).
			SetStaffID(staffID).SetPersonID(c.Staff.GetX(ctx, staffID).PersonID).
			SetStartsAt(from).SetEndsAt(from.Add(30 * time.Minute)).SetBlockedUntil(from.Add(35 * time.Minute)).
			SetStatus(appointment.StatusCONFIRMED).SetLive(true).SetSource(appointment.SourceSTAFF).SetCreatedAt(s.clock()).
			SetJoinToken("JOIN" + id).SetRoomName("ROOM" + id).SetSecret("SECRET" + id).SetNote("NOTE")
		for _, f := range change {
			f(create)
		}
		create.ExecX(ctx)
	})
}

func (s *testSalon) renew(t *testing.T, staffID string) (path string) {
	t.Helper()
	secret, err := s.StaffCalendarFeedRenew(byOwner(t), salon.StaffCalendarFeedRenewInput{StaffID: staffID})
	check(t, err)
	return link.Calendar(secret)
}

// ask requests the path, with If-None-Match unless the tag is empty.
func (s *testSalon) ask(t *testing.T, method, path, tag string) (*http.Response, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(byOwner(t), method, s.server.URL+path, nil)
	check(t, err)
	if tag != "" {
		request.Header.Set("If-None-Match", tag)
	}
	response, err := http.DefaultTransport.RoundTrip(request)
	check(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	check(t, err)
	for name, want := range map[string]string{
		"Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "X-Robots-Tag": "noindex",
	} {
		if got := response.Header.Get(name); got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
	return response, string(body)
}

// read parses the calendar and returns its events by UID.
func (s *testSalon) read(t *testing.T, path string) (parsed *ics.Calendar, events map[string]*ics.VEvent) {
	t.Helper()
	response, body := s.ask(t, http.MethodGet, path, "")
	if response.StatusCode != http.StatusOK {
		t.Fatalf("the feed is answered %d", response.StatusCode)
	}
	parsed, err := ics.ParseCalendar(strings.NewReader(body))
	check(t, err)
	events = map[string]*ics.VEvent{}
	for _, e := range parsed.Events() {
		events[e.Id()] = e
	}
	return parsed, events
}

// said returns the properties of an event by name, except for its UID.
func said(e *ics.VEvent) map[string]string {
	lines := map[string]string{}
	if e == nil {
		return lines
	}
	for _, p := range e.Properties {
		if p.IANAToken != "UID" {
			lines[p.IANAToken] = p.Value
		}
	}
	return lines
}

func berlin(t *testing.T, text string) civil.Instant {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	check(t, err)
	at, err := time.ParseInLocation(time.DateTime, text+":00", zone)
	check(t, err)
	return civil.InstantOf(at)
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// byOwner returns a context whose actor is an owner.
func byOwner(t testing.TB) context.Context {
	t.Helper()
	return actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: anna, PersonID: "prs_demo-anna", Fresh: true})
}
