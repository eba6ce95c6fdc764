package graph_test

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"visavis/graph"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/event"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

const monthOfMitte = `{ bookableVideoConsultations(branchId: "brn_demo-mitte", from: "2026-11-24", to: "2026-12-23") { staff { displayName } days { date starts } } }`

// reusing is how many statements an answer takes that is given again: it reads the change sequence.
const reusing = 1

// A client sees what an answer costs by the statements that the database hears of.
func TestTheSameStartsAreNotMadeTwiceWhileNothingChanges(t *testing.T) {
	storetest.EachURL(t, func(t *testing.T, url string) {
		r := newReader(t, url)
		first, cost := r.ask(monthOfMitte)
		again, less := r.ask(monthOfMitte)
		if first != again || less != reusing || cost < 10 {
			t.Errorf("the first answer took %d statements, the same again %d; want the change sequence alone", cost, less)
		}
		if _, other := r.ask(strings.Replace(monthOfMitte, "12-23", "12-22", 1)); other <= reusing {
			t.Errorf("another question took %d statements: it is answered by what another was", other)
		}
	})
}

func TestAnAnswerIsMadeAnew(t *testing.T) {
	change := func(r *reader) {
		err := r.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			if err := tx.RaiseChangeSequences(ctx, "brn_demo-mitte"); err != nil {
				return err
			}
			return tx.Staff.UpdateOneID("stf_demo-anna").SetDisplayName("Anna-Maria").Exec(ctx)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for name, test := range map[string]struct {
		between func(*reader)
		differs bool
	}{
		"after a change":                 {change, true},
		"after the last start's horizon": {func(r *reader) { r.now.Add(60 * 24 * 3600) }, true},
		"a second later":                 {func(r *reader) { r.now.Add(1) }, false},
	} {
		t.Run(name, func(t *testing.T) {
			r := newReader(t, storetest.SQLiteURL(t))
			before, _ := r.ask(monthOfMitte)
			test.between(r)
			after, again := r.ask(monthOfMitte)
			if again <= reusing || (before != after) != test.differs {
				t.Errorf("again it took %d statements; it differs: %t\n%s\n%s", again, before != after, before, after)
			}
		})
	}
}

// A secret says that its bearer is to see more than others: their answer is nobody else's.
func TestAnAnswerForTheBearerOfASecretIsNotReused(t *testing.T) {
	for _, secret := range []string{`holdSecret: "x"`, `bookingSecret: "x"`} {
		r := newReader(t, storetest.SQLiteURL(t))
		own := strings.Replace(monthOfMitte, `to:`, secret+`, to:`, 1)
		r.ask(own)
		if _, again := r.ask(own); again <= reusing {
			t.Errorf("with %s it took %d statements: it is reused", secret, again)
		}
	}
}

// Whoever waits for the answer to somebody else's question gets it even if that one leaves.
func TestManyAskAtOnceAndSomeLeave(t *testing.T) {
	r := newReader(t, storetest.SQLiteURL(t))
	want, _ := r.ask(monthOfMitte)
	for range 20 {
		r.now.Add(1)
		var all sync.WaitGroup
		for n := range 8 {
			all.Go(func() {
				ctx, leave := context.WithCancel(t.Context())
				defer leave()
				if n%2 == 0 {
					leave()
					ask(ctx, t, r.api, monthOfMitte)
				} else if answer := ask(ctx, t, r.api, monthOfMitte).Body.String(); answer != want {
					t.Error(answer)
				}
			})
		}
		all.Wait()
	}
}

// reader is anybody, who asks an API whose clock the test moves.
type reader struct {
	t          *testing.T
	store      *store.Store
	api        http.Handler
	now        atomic.Int64
	statements atomic.Int64
}

func newReader(t *testing.T, url string) *reader {
	t.Helper()
	r := &reader{t: t}
	options, s := demoSalon(t, url, func(context.Context) { r.statements.Add(1) })
	r.store = s
	r.now.Store(1_795_420_800) // Monday, 2026-11-23, 08:00 UTC
	feed := event.NewFeed(s, options.Logger)
	t.Cleanup(feed.Close)
	options.Booking = booking.New(booking.Options{
		Store: s, Feed: feed, Clock: func() civil.Instant { return civil.Instant(r.now.Load()) },
	})
	r.api = graph.NewHandler(options)
	return r
}

// ask gives the answer, and how many statements it took.
func (r *reader) ask(query string) (answer string, statements int64) {
	r.t.Helper()
	before := r.statements.Load()
	answer = ask(r.t.Context(), r.t, r.api, query).Body.String()
	if !strings.HasPrefix(answer, `{"data":{`) {
		r.t.Fatal(answer)
	}
	return answer, r.statements.Load() - before
}
