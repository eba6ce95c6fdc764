package fault

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"visavis/test/harness"
)

// customers keep sending legitimate requests to a server: some book, some search for free starts, one reads its session, and one
// follows the changes.
type customers struct {
	t        testing.TB
	addr     func() string // returns the present address of the server
	wanted   []harness.Request
	allowed  allowed
	client   http.Client
	received *harness.Buffer // every answer and event

	session  string
	stop     context.CancelFunc
	ended    sync.WaitGroup
	next     atomic.Int64
	bookings record
	position atomic.Int64 // number of the last change that was received

	booked, searched, sessionsRead atomic.Int64 // count correct answers
	errors                         sync.Map     // counts by code
}

// allowed is how the server may fail during a fault.
type allowed struct {
	codes []string // of GraphQL errors, each with a sentence
	cuts  bool     // connections may be cut
}

// Each customer pauses between requests, and longer after a failure.
const (
	pause             = 50 * time.Millisecond
	pauseAfterFailure = 5 * pause
)

const (
	bookers, searchers = 4, 2
	followedBranch     = "brn_demo-mitte"
)

// newCustomers returns customers of a server that works.
func newCustomers(t testing.TB, addr func() string, wanted []harness.Request, may allowed) *customers {
	t.Helper()
	c := &customers{t: t, addr: addr, wanted: wanted, allowed: may, received: &harness.Buffer{}, client: http.Client{Timeout: harness.Patience, Transport: &http.Transport{MaxIdleConnsPerHost: 8}}}
	c.bookings.orders = map[string]*order{}
	s := &harness.Server{T: t, Addr: addr(), Received: c.received}
	last := s.LastChange(followedBranch)
	c.position.Store(numberOf(t, last))
	c.session = s.SignedIn("clara@salon.example", harness.DemoPassword).Header.Get("Cookie")
	return c
}

func (c *customers) startRequests() {
	ctx, stop := context.WithCancel(context.Background())
	c.stop = stop
	for range bookers {
		c.repeat(ctx, c.book)
	}
	for range searchers {
		c.repeat(ctx, c.search)
	}
	c.repeat(ctx, c.readSession)
	c.repeat(ctx, c.follow)
}

func (c *customers) repeat(ctx context.Context, do func(context.Context) (ok bool)) {
	c.ended.Go(func() {
		for ctx.Err() == nil {
			wait := pause
			if !do(ctx) {
				wait = pauseAfterFailure
			}
			select {
			case <-ctx.Done():
			case <-time.After(wait):
			}
		}
	})
}

// stopRequests stops all customers after their pending answers.
func (c *customers) stopRequests() {
	c.stop()
	c.ended.Wait()
	c.client.CloseIdleConnections()
}

// order is a requested booking. Without an answer, the customer does not know whether it was made, and retries.
type order struct {
	harness.Request
	answered         bool
	booked, refused  string
	acknowledgedOnce atomic.Bool
}

// record holds all orders by idempotency key.
type record struct {
	mu     sync.Mutex
	orders map[string]*order
}

func (r *record) add(o *order) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.orders[o.Key] = o
}

// taken returns the acknowledged starts, as "staff start".
func (r *record) taken() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var taken []string
	for _, o := range r.orders {
		if o.acknowledgedOnce.Load() {
			taken = append(taken, o.Staff+" "+o.Start)
		}
	}
	return taken
}

// book requests the next start once.
func (c *customers) book(context.Context) bool {
	return c.ask(c.order())
}

// order returns the next order, from another address each time.
func (c *customers) order() *order {
	n := int(c.next.Add(1) - 1)
	o := &order{Request: c.wanted[n%len(c.wanted)]}
	o.Key, o.Address = fmt.Sprintf("request-%010d", n), fmt.Sprintf("10.%d.%d.%d", n>>16, n>>8&255, n&255)
	c.bookings.add(o)
	return o
}

// ask sends an order, possibly again.
func (c *customers) ask(o *order) bool {
	// Not cancelled by stopRequests: the answer to every order must be known.
	data, ok := c.question(context.Background(), harness.BookOperation, harness.Variables{"input": o.Input()}, "X-Client-Address", o.Address)
	if !ok {
		return false
	}
	payload := data["appointmentBook"].(map[string]any)
	if booking, _ := payload["booking"].(map[string]any); booking != nil {
		o.booked = booking["id"].(string) + " " + booking["secret"].(string)
		o.acknowledgedOnce.Store(true)
	} else {
		o.refused = fmt.Sprint(payload["userErrors"])
	}
	o.answered = true
	c.booked.Add(1)
	return true
}

// search reads a day, which must not offer a start that was acknowledged before.
func (c *customers) search(ctx context.Context) bool {
	taken := c.bookings.taken()
	from := c.wanted[0].Start[:10]
	data, ok := c.question(ctx, `query($from: LocalDate!) { bookableSalonVisits(branchId: "`+followedBranch+`", from: $from, to: $from) {
		service { id } staff { id } days { starts } } }`, harness.Variables{"from": from})
	if !ok {
		return false
	}
	for _, offer := range harness.List(data["bookableSalonVisits"]) {
		for _, day := range harness.List(offer["days"]) {
			for _, start := range day["starts"].([]any) {
				if slices.Contains(taken, fmt.Sprint(offer["staff"].(map[string]any)["id"], " ", start)) {
					c.t.Errorf("%s is offered although it is booked", start)
				}
			}
		}
	}
	c.searched.Add(1)
	return true
}

// readSession reads who is signed in.
func (c *customers) readSession(ctx context.Context) bool {
	data, ok := c.question(ctx, `{ me { role } }`, nil, "Cookie", c.session)
	if !ok {
		return false
	}
	if me, _ := data["me"].(map[string]any); me == nil || me["role"] != "MANAGER" {
		c.t.Errorf("Clara is taken for %v", data["me"])
	}
	c.sessionsRead.Add(1)
	return true
}

// question sends an operation and reports whether the answer was correct. Any failure must be an allowed one.
func (c *customers) question(ctx context.Context, operation string, v harness.Variables, headers ...string) (data map[string]any, ok bool) {
	body, err := json.Marshal(map[string]any{"query": operation, "variables": v})
	if err != nil {
		c.t.Error(err)
		return nil, false
	}
	response, err := c.post(ctx, string(body), headers...)
	if err != nil {
		c.cut(ctx, err)
		return nil, false
	}
	defer response.Body.Close()
	text, err := io.ReadAll(io.TeeReader(response.Body, c.received))
	if err != nil {
		c.cut(ctx, err)
		return nil, false
	}
	return c.read(text)
}

func (c *customers) post(ctx context.Context, body string, headers ...string) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+c.addr()+"/graphql", strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept-Language", "en")
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	return c.client.Do(request)
}

// cut checks a connection that ended without an answer.
func (c *customers) cut(ctx context.Context, err error) {
	var timeout interface{ Timeout() bool }
	switch {
	case ctx.Err() != nil: // stopped by the test
	case errors.As(err, &timeout) && timeout.Timeout():
		c.t.Error("no answer in time: ", err)
	case !c.allowed.cuts:
		c.t.Error("a connection was cut: ", err)
	}
}

// read decodes an answer or an event.
func (c *customers) read(text []byte) (data map[string]any, ok bool) {
	var a harness.Answer
	if err := json.Unmarshal(text, &a); err != nil {
		c.t.Errorf("%v: %.300s", err, text)
		return nil, false
	}
	for _, wrong := range a.Errors {
		code, _ := wrong.Extensions["code"].(string)
		if !slices.Contains(c.allowed.codes, code) || !strings.HasSuffix(wrong.Message, ".") {
			c.t.Errorf("a customer receives %s: %q", code, wrong.Message)
		}
		c.countOf(code).Add(1)
	}
	return a.Data, len(a.Errors) == 0
}

// follow subscribes to the changes after the last received one, and must miss none.
func (c *customers) follow(ctx context.Context) bool {
	body := fmt.Sprintf(`{"query":"subscription { scheduleChanged(branchId: \"%s\", after: \"%s\") { id } }"}`, followedBranch, changeID(c.position.Load()))
	stream := http.Client{Transport: c.client.Transport} // without a timeout
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+c.addr()+"/graphql", strings.NewReader(body))
	if err != nil {
		c.t.Error(err)
		return false
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	response, err := stream.Do(request)
	if err != nil {
		c.cut(ctx, err)
		return false
	}
	defer response.Body.Close()
	lines := bufio.NewScanner(io.TeeReader(response.Body, c.received))
	for lines.Scan() {
		event, isData := strings.CutPrefix(lines.Text(), "data: ")
		if !isData || event == "" {
			continue
		}
		data, ok := c.read([]byte(event))
		if !ok {
			return false
		}
		change, _ := data["scheduleChanged"].(map[string]any)
		if change == nil {
			continue
		}
		number, last := numberOf(c.t, change["id"].(string)), c.position.Load()
		if number != last+1 {
			c.t.Errorf("change %d follows change %d", number, last)
		}
		c.position.Store(number)
	}
	if err := lines.Err(); err != nil {
		c.cut(ctx, err)
	}
	return false
}

func (c *customers) newestChange() (number int64, ok bool) {
	data, ok := c.question(c.t.Context(), `{ branch(id: "`+followedBranch+`") { lastChangeId } }`, nil)
	if !ok {
		return 0, false
	}
	return numberOf(c.t, data["branch"].(map[string]any)["lastChangeId"].(string)), true
}

func changeID(number int64) string { return fmt.Sprintf("chg_demo-mitte.%d", number) }

func numberOf(t testing.TB, changeID string) (number int64) {
	t.Helper()
	if _, err := fmt.Sscanf(changeID, "chg_demo-mitte.%d", &number); err != nil {
		t.Errorf("%s: %v", changeID, err)
	}
	return number
}

// awaitServed waits for further correct answers to every customer.
func (c *customers) awaitServed() {
	c.t.Helper()
	booked := c.booked.Load()
	c.awaitReadable()
	harness.Await(c.t, "correct answers to bookings", func() bool { return c.booked.Load() >= booked+2 })
	var newest int64 // possibly an old one: every requested start may be taken
	harness.Await(c.t, "the number of the last change", func() (ok bool) {
		newest, ok = c.newestChange()
		return ok
	})
	harness.Await(c.t, "the last change to be received", func() bool { return c.position.Load() >= newest })
}

// awaitReadable waits for further correct answers to reads.
func (c *customers) awaitReadable() {
	c.t.Helper()
	searched, sessionsRead := c.searched.Load(), c.sessionsRead.Load()
	harness.Await(c.t, "correct answers to reads", func() bool {
		return c.searched.Load() >= searched+2 && c.sessionsRead.Load() >= sessionsRead+2
	})
}

// awaitError waits for an error with the code.
func (c *customers) awaitError(code string) {
	c.t.Helper()
	count := c.countOf(code)
	before := count.Load()
	harness.Await(c.t, "the error "+code, func() bool { return count.Load() > before })
}

func (c *customers) countOf(code string) *atomic.Int64 {
	count, _ := c.errors.LoadOrStore(code, &atomic.Int64{})
	return count.(*atomic.Int64)
}
