package growth_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"visavis/graph"
	"visavis/graph/transport"
	"visavis/internal/account"
	"visavis/internal/account/accounttest"
	"visavis/internal/audit"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/embedding"
	"visavis/internal/event"
	"visavis/internal/mail"
	"visavis/internal/picture"
	"visavis/internal/room"
	"visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/internal/web/ratelimit"
	"visavis/test/growth/chain"
	"visavis/test/harness"
)

// loadedSalon is a chain with an API in front of it.
type loadedSalon struct {
	place
	url     string
	store   *store.Store
	sent    *statements
	api     http.Handler
	booking *booking.Booking
	mail    *mail.Mail
	starts  []freeStart
	next    string              // position of the page after the one that was found last; empty if there is none
	second  map[question]string // positions of second pages
}

// openSalon opens a loaded database.
func openSalon(t testing.TB, databaseURL string) *loadedSalon {
	t.Helper()
	sent := &statements{}
	s := storetest.Open(t, store.Options{URL: databaseURL, Read: sent.add})
	logger := slog.New(slog.DiscardHandler)
	feed := event.NewFeed(s, logger)
	t.Cleanup(feed.Close)
	l := &loadedSalon{
		place: findPlace(t, s), url: databaseURL, store: s, sent: sent, second: map[question]string{},
		booking: booking.New(booking.Options{Store: s, Feed: feed, Clock: chain.Now, Allowance: booking.Allowance{Bookings: 1e6, Holds: 1e6}}),
		mail:    mail.New(mail.Options{Database: s, Clock: chain.Now, PublicURL: "https://salon.example"}),
	}
	rooms := room.New(room.Options{Store: s, Feed: feed, Clock: chain.Now, Logger: logger})
	t.Cleanup(rooms.Close)
	l.api = graph.NewHandler(graph.Options{
		Salon: salon.New(s, feed, chain.Now), Booking: l.booking, Feed: feed, Logger: logger, Mail: l.mail, Trail: audit.NewTrail(s),
		Sites:    embedding.New(s, chain.Now, []string{"https://salon.example"}),
		Pictures: picture.NewLibrary(s, chain.Now),
		Rooms:    rooms,
		Accounts: account.New(account.Options{Store: s, Clock: chain.Now, HashCost: accounttest.HashCost}),
		Limits:   ratelimit.New(newHurryingClock()), Connections: transport.NewConnections(transport.Limits{}),
	})
	l.starts = l.freeStarts(t)
	return l
}

// newHurryingClock returns a clock by which so much time passes between requests that no rate limit applies.
func newHurryingClock() civil.Clock {
	var read atomic.Int64
	return func() civil.Instant { return chain.Now().Add(time.Duration(read.Add(1)) * time.Hour) }
}

// freeStart is a start that can be booked though the others are.
type freeStart struct{ staff, at string }

// freeStarts returns those of three months, in order.
func (l *loadedSalon) freeStarts(t testing.TB) (starts []freeStart) {
	t.Helper()
	data, err := dataOf(l.ask(callers[0].question(pageDocuments()["VideoStarts"].text, values{
		"branchId": l.branch, "serviceId": videoService, "from": today, "to": "2027-02-20",
	})))
	if err != nil {
		t.Fatal(err)
	}
	for _, offer := range harness.List(data["offers"]) {
		staffID := offer["staff"].(map[string]any)["id"].(string)
		var last civil.Instant
		for _, day := range harness.List(offer["days"]) {
			for _, text := range day["starts"].([]any) {
				at, err := civil.ParseInstant(text.(string))
				if err != nil {
					t.Fatal(err)
				}
				if at >= last.Add(time.Hour) {
					starts = append(starts, freeStart{staffID, at.String()})
					last = at
				}
			}
		}
	}
	slices.SortStableFunc(starts, func(a, b freeStart) int { return strings.Compare(a.at, b.at) })
	return starts
}

// caller is who asks.
type caller struct{ name, secret string }

var callers = []caller{{"owner", chain.OwnerSecret}, {"receptionist", chain.ReceptionistSecret}}

// errForbidden is returned for a question that the caller may not ask.
var errForbidden = errors.New("the caller may not ask this")

// question is a request that can be sent several times.
type question struct {
	caller caller
	body   string
}

func (c caller) question(document string, v values) question {
	body, err := json.Marshal(map[string]any{"query": document, "variables": v})
	if err != nil {
		panic(err) // values are plain
	}
	return question{c, string(body)}
}

// ask sends a question and returns the whole answer.
func (l *loadedSalon) ask(q question) []byte {
	request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(q.body))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Cookie", "visavis_session="+q.caller.secret)
	recorder := httptest.NewRecorder()
	l.api.ServeHTTP(recorder, request)
	return recorder.Body.Bytes()
}

// dataOf returns the data of an answer, or the first of its errors.
func dataOf(answer []byte) (data map[string]any, err error) {
	var a struct {
		Data   map[string]any
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal(answer, &a); err != nil {
		return nil, err
	}
	if len(a.Errors) == 0 {
		return a.Data, nil
	}
	if a.Errors[0].Extensions.Code == "FORBIDDEN" {
		return nil, errForbidden
	}
	return nil, fmt.Errorf("%s: %s", a.Errors[0].Extensions.Code, a.Errors[0].Message)
}

// nextPage returns the cursor of the page after the one in the data, whose connection is a root or a field of one, or "".
func nextPage(data map[string]any) string {
	for _, root := range data {
		fields, _ := root.(map[string]any)
		for _, connection := range append(slices.Collect(maps.Values(fields)), root) {
			of, _ := connection.(map[string]any)
			info, _ := of["pageInfo"].(map[string]any)
			if info["hasNextPage"] == true {
				cursor, _ := info["endCursor"].(string)
				return cursor
			}
		}
	}
	return ""
}

// isEmpty reports whether nothing is found: no field of the data has a value.
func isEmpty(value any) bool {
	switch value := value.(type) {
	case map[string]any:
		for name, field := range value {
			if name != "pageInfo" && !isEmpty(field) {
				return false
			}
		}
		return true
	case []any:
		return len(value) == 0
	default:
		return value == nil
	}
}
