package join_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"
	_ "time/tzdata"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/demo/demotest"
	"visavis/internal/event"
	"visavis/internal/link"
	"visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/web/join"
)

const (
	west      = "brn_demo-west"
	anna      = "stf_demo-anna"
	david     = "stf_demo-david"
	videoTint = "svc_demo-video-colour" // takes half an hour

	// canary is part of every room URL of the salon.
	canary = "kanarienvogel"
)

// testSalon is the demo salon with a server of join links and a settable clock.
type testSalon struct {
	store   *store.Store
	salon   *salon.Salon
	booking *booking.Booking
	server  *httptest.Server
	now     *atomic.Int64
}

// each runs the test in the salon at nine on Monday, 23 November 2026 in Berlin,
// on a database of each engine.
func each(t *testing.T, test func(t *testing.T, s *testSalon)) {
	t.Parallel()
	demotest.Each(t, func(t *testing.T, database *store.Store) {
		s := &testSalon{store: database, now: new(atomic.Int64)}
		s.set(berlin(t, "2026-11-23 09:00"))
		logger := slog.New(slog.DiscardHandler)
		feed := event.NewFeed(database, logger)
		t.Cleanup(feed.Close)
		s.salon = salon.New(database, feed, s.clock)
		s.booking = booking.New(booking.Options{Store: database, Feed: feed, Clock: s.clock})
		s.link(t, anna, "https://video.example/"+canary+"-anna")
		s.link(t, david, "https://video.example/"+canary+"-david")
		mux := http.NewServeMux()
		handler := join.NewHandler(join.Options{Database: database, PublicURL: "https://salon.example", Clock: s.clock, Logger: logger})
		mux.Handle(link.JoinPattern, handler)
		mux.Handle(link.JoinCalendarPattern, handler)
		s.server = httptest.NewServer(mux)
		t.Cleanup(s.server.Close)
		test(t, s)
	})
}

func (s *testSalon) clock() civil.Instant { return civil.Instant(s.now.Load()) }

func (s *testSalon) set(now civil.Instant) { s.now.Store(int64(now)) }

func (s *testSalon) link(t *testing.T, staffID, link string) {
	t.Helper()
	_, err := s.salon.StaffVideoLinkSet(byOwner(t), salon.StaffVideoLinkSetInput{StaffID: staffID, Link: &link})
	check(t, err)
}

// book books a consultation with Anna in West as staff, who may book any time.
func (s *testSalon) book(t *testing.T, start string, who *booking.CustomerInput) *ent.Appointment {
	t.Helper()
	a, err := s.booking.AppointmentBookByStaff(byOwner(t), booking.AppointmentBookByStaffInput{
		BranchID: west, ServiceID: videoTint, StaffID: anna, Start: berlin(t, start), Customer: who, Override: true,
	})
	check(t, err)
	return a
}

// move moves the appointment as staff.
func (s *testSalon) move(t *testing.T, a *ent.Appointment, start string, staffID *string) {
	t.Helper()
	_, err := s.booking.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{
		ID: &a.ID, Start: berlin(t, start), StaffID: staffID, Override: true,
	})
	check(t, err)
}

// write changes the database directly.
func (s *testSalon) write(t *testing.T, do func(context.Context, *ent.Client)) {
	t.Helper()
	check(t, s.store.Write(byOwner(t), func(ctx context.Context, tx *store.Tx) error {
		do(ctx, tx.Client)
		return nil
	}))
}

// answer is a response of the server.
type answer struct {
	status  int
	header  http.Header
	body    string
	heading string // of the page
}

// ask requests the link of an appointment and checks what holds for every response.
func (s *testSalon) ask(t *testing.T, method, path, language string) answer {
	t.Helper()
	request, err := http.NewRequestWithContext(byOwner(t), method, s.server.URL+path, nil)
	check(t, err)
	request.Header.Set("Accept-Language", language)
	response, err := http.DefaultTransport.RoundTrip(request) // does not follow redirects
	check(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	check(t, err)
	a := answer{status: response.StatusCode, header: response.Header, body: string(body)}
	a.heading, _, _ = strings.Cut(cutBefore(a.body, "<h1>"), "</h1>")
	checkAnswer(t, method, a)
	return a
}

// checkAnswer expects the common headers, and the room only in the Location of a redirect after a POST.
func checkAnswer(t *testing.T, method string, a answer) {
	t.Helper()
	for name, want := range map[string]string{
		"Referrer-Policy":        "no-referrer",
		"Cache-Control":          "no-store",
		"X-Robots-Tag":           "noindex",
		"X-Content-Type-Options": "nosniff",
	} {
		if got := a.header.Get(name); got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
	if policy := a.header.Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'none'; style-src 'sha256-") || !strings.Contains(policy, "; form-action 'self' https:; frame-ancestors 'none'") || strings.Contains(policy, "unsafe") {
		t.Errorf("the policy is %q", policy)
	}
	if (a.header.Get("Location") != "") != (a.status == http.StatusSeeOther) || a.status == http.StatusSeeOther && method != http.MethodPost {
		t.Errorf("%s is answered %d with the location %q", method, a.status, a.header.Get("Location"))
	}
	others := a.header.Clone()
	others.Del("Location")
	for _, secret := range []string{canary, "video.example", "jit.si"} {
		if strings.Contains(a.body, secret) || strings.Contains(fmt.Sprint(others), secret) {
			t.Errorf("%s tells of the room: %v\n%s", method, others, a.body)
		}
	}
}

// get requests the link of the appointment in a language.
func (s *testSalon) get(t *testing.T, of *ent.Appointment, language string) answer {
	t.Helper()
	return s.ask(t, http.MethodGet, link.Join(*of.JoinToken), language)
}

// press submits the form of the page.
func (s *testSalon) press(t *testing.T, of *ent.Appointment, language string) answer {
	t.Helper()
	return s.ask(t, http.MethodPost, link.Join(*of.JoinToken), language)
}

// expect views the page and presses its button, and expects the status of the page and a way into the room; none if it is
// empty.
func (s *testSalon) expect(t *testing.T, of *ent.Appointment, status int, location string) {
	t.Helper()
	page := s.get(t, of, "de")
	hasButton := strings.Contains(page.body, `<form method="post" action=""><button`)
	if page.status != status || hasButton != (location != "") {
		t.Errorf("at %v: %d, button %t, want %d to %q", s.clock(), page.status, hasButton, status, location)
	}
	pressed := s.press(t, of, "de")
	got := pressed.header.Get("Location")
	switch {
	case pressed.body != "" && pressed.status == http.StatusSeeOther:
		t.Errorf("the redirect has the body %q", pressed.body)
	case location != "" && (got != location || pressed.status != http.StatusSeeOther):
		t.Errorf("at %v: the button leads to %q (%d), want %q", s.clock(), got, pressed.status, location)
	case location == "" && got != "" && got != link.Join(*of.JoinToken):
		t.Errorf("at %v: the closed room %q is told", s.clock(), got)
	}
}

func cutBefore(text, mark string) string {
	_, after, _ := strings.Cut(text, mark)
	return after
}

func lena(l branch.Locale) *booking.CustomerInput {
	return &booking.CustomerInput{Name: "Lena Koch", Email: new("lena@" + strings.ToLower(string(l)) + ".example"), Locale: l, AcceptsPrivacy: true}
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
	return actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_owner", PersonID: "prs_owner", Fresh: true})
}
