package room_test

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/videolink"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/demo/demotest"
	"visavis/internal/event"
	"visavis/internal/problem"
	"visavis/internal/relay"
	"visavis/internal/relay/turnurl"
	"visavis/internal/room"
	"visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

const (
	mitte     = "brn_demo-mitte"
	anna      = "stf_demo-anna"
	videoTint = "svc_demo-video-colour"

	relaySecret = "a secret of the test"
)

// clock is a clock that tests set.
type clock struct{ now atomic.Int64 }

func (c *clock) read() civil.Instant                        { return civil.Instant(c.now.Load()) }
func (c *clock) set(at civil.Instant)                       { c.now.Store(int64(at)) }
func (c *clock) pass(d time.Duration)                       { c.now.Add(int64(d.Seconds())) }
func (c *clock) before(a *ent.Appointment, d time.Duration) { c.set(a.StartsAt.Add(-d)) }

// A replica is one process of the demo salon, in which Anna consults in the own room.
type replica struct {
	*room.Rooms
	*clock
	store   *store.Store
	booking *booking.Booking
	salon   *salon.Salon
	sweep   func()
	log     *log
}

// log is what a process has logged.
type log struct {
	mutex sync.Mutex
	text  strings.Builder
}

func (l *log) Write(text []byte) (int, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.Write(text)
}

func (l *log) String() string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.text.String()
}

func newReplica(t *testing.T, s *store.Store, c *clock) *replica {
	t.Helper()
	kept := &log{}
	logger := slog.New(slog.NewTextHandler(kept, &slog.HandlerOptions{Level: slog.LevelDebug}))
	feed := event.NewFeed(s, logger)
	rooms := room.New(room.Options{
		Store: s, Feed: feed, Clock: c.read, Logger: logger,
		Relays: relay.NewServers([]byte(relaySecret), turnurl.URL{Transport: turnurl.UDP, Host: "127.0.0.1", Port: 3478}),
	})
	t.Cleanup(feed.Close)
	t.Cleanup(rooms.Close) // first
	return &replica{
		Rooms: rooms, log: kept, clock: c, store: s, booking: booking.New(booking.Options{Store: s, Feed: feed, Clock: c.read}), salon: salon.New(s, feed, c.read),
		sweep: func() { noError(t, rooms.SweepOnce(t.Context())) },
	}
}

// each runs the test with two replicas on PostgreSQL, and with one twice on SQLite.
func each(t *testing.T, test func(t *testing.T, one, two *replica)) {
	t.Parallel()
	demotest.EachURL(t, func(t *testing.T, url string) {
		c := &clock{}
		c.set(demotest.Now())
		one := newReplica(t, storetest.Open(t, store.Options{URL: url}), c)
		two := one
		if !strings.HasPrefix(url, "sqlite:") {
			two = newReplica(t, storetest.Open(t, store.Options{URL: url}), c)
		}
		_, err := one.salon.StaffVideoLinkSet(byOwner(t), salon.StaffVideoLinkSetInput{StaffID: anna, Provider: new(videolink.ProviderVISAVIS)})
		noError(t, err)
		test(t, one, two)
	})
}

// book books a consultation with Anna by video, on Thursday at a time in Berlin.
func (r *replica) book(t *testing.T, at string) *ent.Appointment {
	t.Helper()
	start, err := civil.ParseInstant("2026-11-26T" + at + ":00+01:00")
	noError(t, err)
	a, err := r.booking.AppointmentBookByStaff(byOwner(t), booking.AppointmentBookByStaffInput{
		BranchID: mitte, ServiceID: videoTint, StaffID: anna, Start: start, Override: true,
		Customer: &booking.CustomerInput{Name: "Lena Kunde", Locale: branch.LocaleDE},
	})
	noError(t, err)
	return a
}

// enter lets the customer's device in.
func (r *replica) enter(t *testing.T, a *ent.Appointment) *room.Entered {
	t.Helper()
	entered, err := r.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken})
	noError(t, err)
	return entered
}

// enterAsStaff lets a device of Anna's in.
func (r *replica) enterAsStaff(t *testing.T, a *ent.Appointment) *room.Entered {
	t.Helper()
	entered, err := r.Enter(byAnna(t), room.EnterInput{AppointmentID: &a.ID})
	noError(t, err)
	return entered
}

func (r *replica) admit(t *testing.T, a *ent.Appointment) {
	t.Helper()
	_, err := r.booking.RoomAdmit(byAnna(t), booking.RoomAdmitInput{AppointmentID: a.ID})
	noError(t, err)
}

// state returns the state of the room and who is there.
func (r *replica) state(t *testing.T, a *ent.Appointment) string {
	t.Helper()
	seen, err := r.Room(t.Context(), room.Reference{JoinToken: a.JoinToken})
	noError(t, err)
	return described(seen)
}

// described describes a room: its state and who is there.
func described(r *room.Room) string {
	text := string(r.State)
	for _, p := range r.Participants {
		text += " " + string(p.Role)
	}
	return text
}

// next returns the next event of a subscription.
func next(t *testing.T, s *room.Subscription) *room.Event {
	t.Helper()
	select {
	case e, open := <-s.Events():
		if !open {
			t.Fatalf("the subscription ended: %v", s.Err())
		}
		return e
	case <-t.Context().Done():
		t.Fatal("there is no event")
		return nil
	}
}

// await reads events until the room is as described.
func await(t *testing.T, s *room.Subscription, want string) *room.Event {
	t.Helper()
	for {
		if e := next(t, s); described(e.Room) == want {
			return e
		}
	}
}

func byOwner(t *testing.T) context.Context {
	t.Helper()
	return actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_owner", PersonID: "prs_owner", Fresh: true})
}

func byAnna(t *testing.T) context.Context { return by(t, actor.Member, "anna") }

func by(t *testing.T, role actor.Role, name string) context.Context {
	t.Helper()
	return actor.With(t.Context(), actor.Actor{Role: role, StaffID: "stf_demo-" + name, PersonID: "prs_demo-" + name, Branches: []string{mitte}})
}

// codes returns the codes and fields of the problems of an error.
func codes(err error) string {
	var said []string
	for _, p := range problem.Of(err) {
		said = append(said, fmt.Sprint(p.Code, " ", strings.Join(p.Field, ".")))
	}
	if len(said) == 0 && err != nil {
		return err.Error()
	}
	return strings.Join(said, ", ")
}

func noError(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err, problem.Of(err))
	}
}

func same[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}
