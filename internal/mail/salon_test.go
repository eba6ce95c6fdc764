package mail

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
	_ "time/tzdata"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/mail"
	"visavis/internal/account"
	"visavis/internal/account/accounttest"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/demo/demotest"
	"visavis/internal/event"
	"visavis/internal/store"
	"visavis/internal/telemetry"
)

const (
	mitte     = "brn_demo-mitte"
	anna      = "stf_demo-anna"
	cut       = "svc_demo-cut"
	videoTint = "svc_demo-video-colour"
	publicURL = "https://booking.example"
	// roomURL must not appear in mails and logs.
	roomURL = "meet.jit.si"
)

// A salon is the demo salon on Monday, 23 November 2026 at nine in Berlin, with an SMTP server.
type salon struct {
	*Mail
	booking  *booking.Booking
	accounts *account.Accounts
	store    *store.Store
	smtp     *smtpServer
	logs     *logs
	metrics  *telemetry.Metrics
	now      atomic.Int64
	keys     atomic.Int64
}

func eachSalon(t *testing.T, test func(t *testing.T, s *salon)) {
	t.Parallel()
	demotest.Each(t, func(t *testing.T, database *store.Store) { test(t, newSalon(t, database)) })
}

func newSalon(t *testing.T, database *store.Store) *salon {
	t.Helper()
	s := &salon{store: database, smtp: startSMTPServer(t, nil), logs: &logs{}, metrics: telemetry.New()}
	s.now.Store(int64(at(t, "2026-11-23 09:00")))
	clock := func() civil.Instant { return civil.Instant(s.now.Load()) }
	s.Mail = mailOf(database, clock)
	feed := event.NewFeed(database, slog.New(slog.DiscardHandler))
	t.Cleanup(feed.Close)
	s.booking = booking.New(booking.Options{Store: database, Feed: feed, Clock: clock, SendsMail: s.Sends})
	s.write(t, func(ctx context.Context, c *ent.Client) error {
		return c.Branch.Update().SetOpenBookingsPerAddress(1000).SetReminderLeadMinutes([]int{24 * 60}).Exec(ctx)
	})
	s.accounts = account.New(account.Options{Store: database, Clock: clock, HashCost: accounttest.HashCost})
	return s
}

// mailOf returns the outbox of a process.
func mailOf(database *store.Store, clock civil.Clock) *Mail {
	return New(Options{
		Database: database, Clock: clock, PublicURL: publicURL, HasServer: true,
	})
}

func berlin(t *testing.T) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// at parses a local time in Berlin.
func at(t *testing.T, text string) civil.Instant {
	t.Helper()
	parsed, err := time.ParseInLocation("2006-01-02 15:04", text, berlin(t))
	if err != nil {
		t.Fatal(err)
	}
	return civil.InstantOf(parsed)
}

func (s *salon) pass(d time.Duration) { s.now.Add(int64(d.Seconds())) }

func (s *salon) book(t *testing.T, service, start string, l branch.Locale) *ent.Appointment {
	t.Helper()
	return s.bookFor(t, "carla@kunde.example", service, start, l)
}

// bookFor books under an address. The mails to one are limited.
func (s *salon) bookFor(t *testing.T, email, service, start string, l branch.Locale) *ent.Appointment {
	t.Helper()
	key := fmt.Sprintf("key-%020d", s.keys.Add(1))
	row, err := s.booking.AppointmentBook(byOwner(t), booking.AppointmentBookInput{
		Start:          &booking.StartInput{BranchID: mitte, ServiceID: service, StaffID: new(anna), Start: at(t, start)},
		Customer:       booking.CustomerInput{Name: "Carla Kunde", Email: &email, Locale: l, AcceptsPrivacy: true},
		IdempotencyKey: key,
	}, "")

	if err != nil {
		t.Fatal(err)
	}
	return row
}

// move moves an appointment and waits for the quiet after which the customer is told.
func (s *salon) move(t *testing.T, a *ent.Appointment, start string) {
	t.Helper()
	defer s.pass(time.Minute)
	if _, err := s.booking.AppointmentMove(byOwner(t), booking.AppointmentMoveInput{ID: &a.ID, Start: at(t, start), NotifyCustomer: true}); err != nil {
		t.Fatal(err)
	}
}

func (s *salon) cancel(t *testing.T, a *ent.Appointment) {
	t.Helper()
	if _, err := s.booking.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &a.ID}); err != nil {
		t.Fatal(err)
	}
}

// write changes the database directly.
func (s *salon) write(t *testing.T, do func(ctx context.Context, client *ent.Client) error) {
	t.Helper()
	if err := s.store.Write(byOwner(t), func(ctx context.Context, tx *store.Tx) error { return do(ctx, tx.Client) }); err != nil {
		t.Fatal(err)
	}
}

// mails returns the states of the mails.
func (s *salon) mails(t *testing.T) string {
	t.Helper()
	rows, err := s.store.Client().Mail.Query().Order(mail.ByAppointmentVersion(), mail.ByKind()).All(byOwner(t))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, row := range rows {
		text := fmt.Sprintf("%s %d %s", row.Kind, row.Attempts, row.State)
		if row.Failure != "" {
			text += " " + row.Failure
		}
		list = append(list, text)
	}
	return strings.Join(list, ", ")
}

// only returns the one mail of the kind.
func (s *salon) only(t *testing.T, kind mail.Kind) *ent.Mail {
	t.Helper()
	row, err := s.store.Client().Mail.Query().Where(mail.KindEQ(kind)).Only(byOwner(t))
	if err != nil {
		t.Fatal(err)
	}
	return row
}

// runningWorker is a worker that works on demand.
type runningWorker struct {
	*Worker
	asleep chan struct{}
	tick   chan time.Time
	stop   func() // and waits
}

// startWorker starts a worker and waits until it is idle.
func (s *salon) startWorker(t *testing.T) *runningWorker {
	t.Helper()
	e := s.start(t)
	<-e.asleep
	return e
}

func (s *salon) start(t *testing.T) *runningWorker { return s.startFor(t, s.Mail) }

// startFor starts a worker of another process.
func (s *salon) startFor(t *testing.T, m *Mail) *runningWorker {
	t.Helper()
	ctx, cancel := context.WithCancel(byOwner(t))
	e := &runningWorker{asleep: make(chan struct{}), tick: make(chan time.Time)}
	e.Worker = m.NewWorker(WorkerOptions{
		Server: s.smtp.config(t),
		Logger: slog.New(slog.NewTextHandler(s.logs, nil)), Metrics: s.metrics,
		After: func(time.Duration) <-chan time.Time {
			select {
			case e.asleep <- struct{}{}:
			case <-ctx.Done():
			}
			return e.tick
		},
	})
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		e.Run(ctx)
	}()
	e.stop = func() {
		cancel()
		<-ended
	}
	t.Cleanup(e.stop)
	return e
}

// work ends the poll interval and waits until the worker is idle again.
func (e *runningWorker) work() {
	e.tick <- time.Time{}
	<-e.asleep
}

// logs collects log output.
type logs struct {
	mutex sync.Mutex
	text  bytes.Buffer
}

func (l *logs) Write(text []byte) (int, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.Write(text)
}

func (l *logs) String() string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.String()
}

func same[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

// byOwner returns a context whose actor is an owner.
func byOwner(t testing.TB) context.Context {
	t.Helper()
	return actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_owner", PersonID: "prs_owner", Fresh: true})
}
