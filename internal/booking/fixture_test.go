package booking_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/mail"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/demo"
	"visavis/internal/demo/demotest"
	"visavis/internal/event"
	"visavis/internal/problem"
	"visavis/internal/salon"
	"visavis/internal/store"
)

const (
	west      = "brn_demo-west"
	anna      = "stf_demo-anna"
	ben       = "stf_demo-ben"
	clara     = "stf_demo-clara"
	david     = "stf_demo-david"
	cut       = "svc_demo-cut"
	balayage  = "svc_demo-balayage"
	videoTint = "svc_demo-video-colour"
	videoCare = "svc_demo-video-care"
)

// fixture has the bookings of the demo salon on Monday, 23 November 2026, 09:00 in Berlin, with a clock that the test sets.
type fixture struct {
	*booking.Booking
	t     *testing.T
	store *store.Store
	salon *salon.Salon
	feed  *event.Feed
	now   atomic.Int64
	keys  atomic.Int64

	mailsQueued atomic.Int64 // calls of Options.MailQueued
}

func newFixture(t *testing.T, s *store.Store) *fixture {
	t.Helper()
	d := &fixture{t: t, store: s}
	d.now.Store(int64(monday()))
	clock := func() civil.Instant { return civil.Instant(d.now.Load()) }
	if err := demo.Fill(byOwner(t), s, clock); err != nil {
		t.Fatal(err)
	}
	d.setRules(t, func(b *ent.BranchUpdate) {
		b.SetOpenBookingsPerAddress(1000)        // most tests book as one customer
		b.SetReminderLeadMinutes([]int{24 * 60}) // one reminder
	})
	d.feed = event.NewFeed(s, slog.New(slog.DiscardHandler))
	t.Cleanup(d.feed.Close)
	d.Booking = booking.New(booking.Options{
		Store: s, Feed: d.feed, Clock: clock, MailQueued: func() { d.mailsQueued.Add(1) }, SendsMail: func(*ent.Branch) bool { return true },
	})
	d.salon = salon.New(s, d.feed, clock)
	return d
}

// setRules changes the booking rules of all branches.
func (d *fixture) setRules(t *testing.T, set func(*ent.BranchUpdate)) {
	t.Helper()
	err := d.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		update := tx.Branch.Update()
		set(update)
		return update.Exec(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// each runs the test with a fixture on each database, in parallel with other tests.
func each(t *testing.T, test func(t *testing.T, d *fixture)) {
	t.Parallel()
	demotest.Each(t, func(t *testing.T, s *store.Store) { test(t, newFixture(t, s)) })
}

func (d *fixture) pass(time time.Duration) { d.now.Add(int64(time.Seconds())) }

// at parses a time in Berlin.
func at(t *testing.T, text string) civil.Instant {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := time.ParseInLocation("2006-01-02 15:04", text, zone)
	if err != nil {
		t.Fatal(err)
	}
	return civil.InstantOf(parsed)
}

// start returns a start in Mitte, with the profile or with anyone.
func start(t *testing.T, service, text string, staff ...string) booking.StartInput {
	t.Helper()
	input := booking.StartInput{BranchID: mitte, ServiceID: service, Start: at(t, text)}
	if len(staff) > 0 {
		input.StaffID = &staff[0]
	}
	return input
}

// key returns an unused idempotency key.
func (d *fixture) key() string { return fmt.Sprintf("key-%020d", d.keys.Add(1)) }

func carla() booking.CustomerInput {
	return booking.CustomerInput{
		Name: "Carla Kunde", Email: new("carla@kunde.example"), Locale: branch.LocaleDE, AcceptsPrivacy: true,
	}
}

// tryHold holds a start from a new client address.
func (d *fixture) tryHold(ctx context.Context, s booking.StartInput, secret *string) (*ent.Appointment, error) {
	return d.AppointmentHold(ctx, booking.AppointmentHoldInput{
		BranchID: s.BranchID, ServiceID: s.ServiceID, StaffID: s.StaffID, Start: s.Start, Secret: secret,
	}, "192.0.2."+d.key())
}

func (d *fixture) hold(t *testing.T, s booking.StartInput, secret *string) *ent.Appointment {
	t.Helper()
	return must(d.tryHold(byOwner(t), s, secret))(t)
}

func (d *fixture) tryBook(ctx context.Context, s booking.StartInput) (*ent.Appointment, error) {
	return d.AppointmentBook(ctx, booking.AppointmentBookInput{Start: &s, Customer: carla(), IdempotencyKey: d.key()}, "")
}

func (d *fixture) book(t *testing.T, s booking.StartInput) *ent.Appointment {
	t.Helper()
	return must(d.tryBook(byOwner(t), s))(t)
}

func (d *fixture) bookHeld(t *testing.T, hold *ent.Appointment) *ent.Appointment {
	t.Helper()
	return must(d.AppointmentBook(byOwner(t), booking.AppointmentBookInput{HoldSecret: hold.Secret, Customer: carla(), IdempotencyKey: d.key()}, ""))(t)
}

// offered reports whether a search offers the start, with anyone or with the profile.
func (d *fixture) offered(t *testing.T, s booking.StartInput, holdSecret *string) bool {
	t.Helper()
	return d.offeredTo(t, s, booking.Search{HoldSecret: holdSecret})
}

// offeredTo is offered with the secrets of the search.
func (d *fixture) offeredTo(t *testing.T, s booking.StartInput, search booking.Search) bool {
	t.Helper()
	return d.offeredStarts(t, s, search)[s.Start]
}

// offeredStarts returns the starts on the same day, of the same service and profile.
func (d *fixture) offeredStarts(t *testing.T, s booking.StartInput, search booking.Search) map[civil.Instant]bool {
	t.Helper()
	zone, err := civil.LoadZone("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	on := zone.Date(s.Start)
	search.BranchID, search.Dates, search.ServiceIDs = s.BranchID, civil.DateRange{First: on, Last: on}, []string{s.ServiceID}
	if s.StaffID != nil {
		search.StaffIDs = []string{*s.StaffID}
	}
	starts := map[civil.Instant]bool{}
	visits := must(d.BookableSalonVisits(byOwner(t), search))(t)
	for _, offer := range append(visits, must(d.BookableVideoConsultations(byOwner(t), search))(t)...) {
		for _, day := range offer.Days {
			for _, at := range day.Starts {
				starts[at] = true
			}
		}
	}
	return starts
}

// mails returns the mails about an appointment, sent or not.
func (d *fixture) mails(t *testing.T, appointmentID string) []string {
	t.Helper()
	rows := must(d.store.Client().Mail.Query().Where(mail.AppointmentID(appointmentID)).
		Order(mail.ByAppointmentVersion(), mail.ByDueAt()).All(byOwner(t)))(t)
	list := []string{}
	for _, row := range rows {
		list = append(list, fmt.Sprintf("%d %s %s", row.AppointmentVersion, row.Kind, row.State))
	}
	return list
}

// checkNoOverlap fails if two live appointments of a person overlap.
func (d *fixture) checkNoOverlap(t *testing.T) {
	t.Helper()
	rows, err := d.store.Client().QueryContext(byOwner(t), `SELECT count(*) FROM appointments a JOIN appointments b
		ON a.person_id = b.person_id AND a.id < b.id AND a.starts_at < b.blocked_until AND b.starts_at < a.blocked_until
		WHERE a.live AND b.live`)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var overlaps int
	if !rows.Next() || rows.Scan(&overlaps) != nil || overlaps != 0 {
		t.Errorf("%d appointments of a person overlap (%v)", overlaps, rows.Err())
	}
}

func (d *fixture) count(t *testing.T, status appointment.Status) int {
	t.Helper()
	return must(d.store.Client().Appointment.Query().Where(appointment.StatusEQ(status)).Count(byOwner(t)))(t)
}

// codes returns the problem codes of an error, with the obstacles of a refusal.
func codes(err error) string {
	var refusal *booking.Refusal
	text := problemCodes(err)
	if errors.As(err, &refusal) {
		for _, o := range refusal.Obstacles {
			text += " " + string(o.Code)
		}
	}
	if text == "" && err != nil {
		return err.Error()
	}
	return text
}

// must returns a function that returns the value, or fails the test if there is an error.
func must[T any](value T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err, problem.Of(err))
		}
		return value
	}
}

func same[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

// byOwner returns a context in which an owner acts.
func byOwner(t testing.TB) context.Context {
	t.Helper()
	return actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_owner", PersonID: "prs_owner", Fresh: true})
}
