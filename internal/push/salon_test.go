package push

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
	"visavis/ent/notificationsetting"
	"visavis/ent/staff"
	"visavis/internal/account"
	"visavis/internal/account/accounttest"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/demo/demotest"
	"visavis/internal/event"
	salons "visavis/internal/salon"
	"visavis/internal/store"
)

const (
	mitte     = "brn_demo-mitte"
	anna      = "stf_demo-anna"
	cut       = "svc_demo-cut"
	publicURL = "https://booking.example"
)

// A salon is the demo salon on Monday, 23 November 2026 at nine in Berlin, with a push service and a worker.
type salon struct {
	*Worker
	store    *store.Store
	booking  *booking.Booking
	accounts *account.Accounts
	plans    *salons.Salon
	service  *service
	key      string // to which browsers subscribe
	logs     *logs
	now      atomic.Int64
	booked   atomic.Int64
}

func eachSalon(t *testing.T, test func(t *testing.T, s *salon)) {
	t.Parallel()
	demotest.Each(t, func(t *testing.T, database *store.Store) { test(t, newSalon(t, database)) })
}

func newSalon(t *testing.T, database *store.Store) *salon {
	t.Helper()
	s := &salon{store: database, logs: &logs{}}
	s.now.Store(int64(demotest.Now()))
	s.service = startService(t, s)
	feed := event.NewFeed(database, slog.New(slog.DiscardHandler))
	t.Cleanup(feed.Close)
	s.accounts = account.New(account.Options{Store: database, Clock: s.clock, HashCost: accounttest.HashCost})
	s.Worker = s.worker(database)
	s.booking = booking.New(booking.Options{Store: database, Feed: feed, Clock: s.clock, PushQueued: s.Wake})
	s.plans = salons.New(database, feed, s.clock)
	key, err := s.accounts.PushKey(t.Context())
	check(t, err)
	s.key = key
	return s
}

// worker returns the worker of a process.
func (s *salon) worker(database *store.Store) *Worker {
	return NewWorker(Options{
		Database: database, Clock: s.clock, PublicURL: publicURL, Key: s.accounts.PushSigningKey,
		Logger: slog.New(slog.NewTextHandler(s.logs, nil)), Transport: s.service.transport,
	})
}

func (s *salon) clock() civil.Instant { return civil.Instant(s.now.Load()) }

func (s *salon) pass(d time.Duration) { s.now.Add(int64(d.Seconds())) }

// work sends what is due, and returns what came to the devices.
func (s *salon) work(t *testing.T) string {
	t.Helper()
	for s.round(t.Context()) == batch {
	}
	came, _ := s.service.taken()
	return strings.Join(came, "\n")
}

// write changes the database directly.
func (s *salon) write(t *testing.T, do func(ctx context.Context, client *ent.Client)) {
	t.Helper()
	check(t, s.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		do(ctx, tx.Client)
		return nil
	}))
}

// device signs a profile of the demo salon in on a device that gets pushes, and returns the context of its session.
func (s *salon) device(t *testing.T, role staff.Role, name, device string, l branch.Locale) context.Context {
	t.Helper()
	b := newBrowser(t, device)
	s.service.mutex.Lock()
	s.service.browsers[b.path] = b
	s.service.mutex.Unlock()
	who := s.signedIn(t, role, name, device)
	_, err := s.accounts.PushSubscriptionSave(who, account.PushSubscriptionSaveInput{
		Endpoint: b.endpoint(), PublicKey: b.publicKey(), AuthSecret: b.authSecret(), Locale: l,
	})
	check(t, err)
	return who
}

// signedIn returns the context of a session of a profile.
func (s *salon) signedIn(t *testing.T, role staff.Role, name, device string) context.Context {
	t.Helper()
	staffID := "stf_demo-" + name
	s.write(t, func(ctx context.Context, c *ent.Client) {
		if _, err := c.Staff.Get(ctx, staffID); err != nil {
			t.Fatal(err)
		}
		c.Staff.UpdateOneID(staffID).SetRole(role).ExecX(ctx)
		c.Account.Create().SetStaffID(staffID).SetCreatedAt(0).OnConflictColumns("staff_id").Ignore().ExecX(ctx)
		c.Session.Create().SetID("ses_" + device).SetSecretHash(device).SetStaffID(staffID).SetCreatedAt(s.clock()).SetExpiresAt(s.clock().Add(14 * 24 * time.Hour)).ExecX(ctx)
	})
	roles := map[staff.Role]actor.Role{staff.RoleMEMBER: actor.Member, staff.RoleRECEPTIONIST: actor.Receptionist, staff.RoleMANAGER: actor.Manager, staff.RoleOWNER: actor.Owner}
	return actor.With(t.Context(), actor.Actor{Role: roles[role], StaffID: staffID, PersonID: "prs_demo-" + name, SessionID: "ses_" + device, Branches: []string{mitte}})
}

// chooses turns pushes of some kinds on or off.
func (s *salon) chooses(t *testing.T, who context.Context, byPush bool, kinds ...notificationsetting.Kind) {
	t.Helper()
	input := account.NotificationSettingsUpdateInput{Locale: branch.LocaleDE}
	for _, kind := range kinds {
		input.Settings = append(input.Settings, &account.NotificationSettingInput{Kind: kind, ByPush: &byPush})
	}
	_, err := s.accounts.NotificationSettingsUpdate(who, input)
	check(t, err)
}

// book books a cut with Anna, as a customer does.
func (s *salon) book(t *testing.T, start string) *ent.Appointment {
	t.Helper()
	key := s.booked.Add(1)
	row, err := s.booking.AppointmentBook(t.Context(), booking.AppointmentBookInput{
		Start:          &booking.StartInput{BranchID: mitte, ServiceID: cut, StaffID: new(anna), Start: at(t, start)},
		Customer:       booking.CustomerInput{Name: "Carla Kunde", Email: new(fmt.Sprintf("carla-%d@kunde.example", key)), Locale: "DE", AcceptsPrivacy: true},
		IdempotencyKey: fmt.Sprintf("key-%020d", key),
	}, "")
	check(t, err)
	return row
}

// queued returns how many pushes wait.
func (s *salon) queued(t *testing.T) int {
	t.Helper()
	return s.store.Client().Push.Query().CountX(t.Context())
}

// at parses a local time in Berlin.
func at(t *testing.T, text string) civil.Instant {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	check(t, err)
	parsed, err := time.ParseInLocation("2006-01-02 15:04", text, zone)
	check(t, err)
	return civil.InstantOf(parsed)
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

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
