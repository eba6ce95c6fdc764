package graph_test

import (
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"visavis/graph"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/demo/demotest"
	"visavis/internal/event"
	"visavis/internal/store"
)

const monthOfMitte = `{ bookableVideoConsultations(branchId: "brn_demo-mitte", from: "2026-11-24", to: "2026-12-23") { staff { displayName } days { date starts } } }`

// cacheHit is how many statements a cached response takes: only the change sequence is read.
const cacheHit = 1

// The number of database statements shows whether a response was cached.
func TestUnchangedStartsAreServedFromTheCache(t *testing.T) {
	demotest.EachURL(t, func(t *testing.T, url string) {
		r := newReader(t, url)
		first, cost := r.ask(monthOfMitte)
		again, less := r.ask(monthOfMitte)
		if first != again || less != cacheHit || cost < 10 {
			t.Errorf("the first request took %d statements, the second %d; want only the change sequence", cost, less)
		}
		const days = `{ bookableDays(branchId: "brn_demo-mitte", serviceId: "svc_demo-video-care", from: "2026-11-24", to: "2026-12-23") { date } }`
		if r.ask(days); !strings.Contains(first, "2026-12-01") {
			t.Errorf("the month has no day: %.200s", first)
		}
		if _, less := r.ask(days); less != cacheHit {
			t.Errorf("the days took %d statements again", less)
		}
		const staff = `{ bookableStaff(branchId: "brn_demo-mitte", serviceId: "svc_demo-video-care", from: "2026-11-24", to: "2026-12-23") { nextStart } }`
		if next, _ := r.ask(staff); !strings.Contains(next, "2026-11-24") {
			t.Errorf("nobody is free next: %.200s", next)
		}
		if _, less := r.ask(staff); less != cacheHit {
			t.Errorf("the staff took %d statements again", less)
		}
		if _, other := r.ask(strings.Replace(monthOfMitte, "12-23", "12-22", 1)); other <= cacheHit {
			t.Errorf("a different query took %d statements: it was answered from the cache", other)
		}
	})
}

func TestCachedAnswersAreCompressed(t *testing.T) {
	r := newReader(t, demotest.Salon.SQLiteURL(t))
	plain, _ := r.ask(monthOfMitte)
	for range 2 {
		before := r.statements.Load()
		request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/graphql?query="+url.QueryEscape(monthOfMitte), nil)
		request.Header.Set("Accept-Encoding", "gzip")
		recorder := httptest.NewRecorder()
		r.api.ServeHTTP(recorder, request)
		length := recorder.Body.Len()
		reader, err := gzip.NewReader(recorder.Body)
		if err != nil {
			t.Fatal(recorder.Header(), err)
		}
		got, err := io.ReadAll(reader)
		if string(got) != plain || err != nil {
			t.Errorf("the response differs: %.200s (%v)", got, err)
		}
		if length > len(plain)/5 || r.statements.Load()-before != cacheHit {
			t.Errorf("%d bytes were compressed to %d, by %d statements", len(plain), length, r.statements.Load()-before)
		}
	}
}

func TestCachedAnswersExpire(t *testing.T) {
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
			r := newReader(t, demotest.Salon.SQLiteURL(t))
			before, _ := r.ask(monthOfMitte)
			test.between(r)
			after, again := r.ask(monthOfMitte)
			if again <= cacheHit || (before != after) != test.differs {
				t.Errorf("the second request took %d statements; its response differs: %t\n%s\n%s", again, before != after, before, after)
			}
		})
	}
}

// A secret reveals starts that are hidden from others, so the response must not be shared.
func TestAnswersToRequestsWithASecretAreNotCached(t *testing.T) {
	for _, secret := range []string{`holdSecret: "x"`, `bookingSecret: "x"`} {
		r := newReader(t, demotest.Salon.SQLiteURL(t))
		own := strings.Replace(monthOfMitte, `to:`, secret+`, to:`, 1)
		r.ask(own)
		if _, again := r.ask(own); again <= cacheHit {
			t.Errorf("with %s it took %d statements: it was cached", secret, again)
		}
	}
}

// A request that waits for another one's response gets one even if that client disconnects.
func TestConcurrentRequestsGetAnswersThoughOthersDisconnect(t *testing.T) {
	r := newReader(t, demotest.Salon.SQLiteURL(t))
	want, _ := r.ask(monthOfMitte)
	for range 20 {
		r.now.Add(1)
		var all sync.WaitGroup
		for n := range 8 {
			all.Go(func() {
				ctx, disconnect := context.WithCancel(t.Context())
				defer disconnect()
				if n%2 == 0 {
					disconnect()
					ask(ctx, t, r.api, monthOfMitte)
				} else if answer := ask(ctx, t, r.api, monthOfMitte).Body.String(); answer != want {
					t.Error(answer)
				}
			})
		}
		all.Wait()
	}
}

// A reader sends anonymous requests to an API whose clock the test controls.
type reader struct {
	t          *testing.T
	store      *store.Store
	api        http.Handler
	now        atomic.Int64
	statements atomic.Int64
}

func newReader(t *testing.T, address string) *reader {
	t.Helper()
	r := &reader{t: t}
	options, s := demoSalon(t, address, func(context.Context) { r.statements.Add(1) })
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

// ask returns the response and the number of statements it took.
func (r *reader) ask(query string) (answer string, statements int64) {
	r.t.Helper()
	before := r.statements.Load()
	answer = ask(r.t.Context(), r.t, r.api, query).Body.String()
	if !strings.HasPrefix(answer, `{"data":{`) {
		r.t.Fatal(answer)
	}
	return answer, r.statements.Load() - before
}
