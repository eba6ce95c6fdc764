package fault

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"

	"visavis/test/harness"
)

// scale returns short, or full for `make faults`.
func scale(short, full int) int {
	if os.Getenv("VISAVIS_FAULTS") == "full" {
		return full
	}
	return short
}

// faultTest injects faults into a server that serves customers, and checks that everything is as before afterwards. Tests of
// servers in separate processes run in parallel, because they mostly wait.
type faultTest struct {
	*customers
	database func() string // returns the URL by which the test opens it
	before   harness.Resources

	mu     sync.Mutex
	server *harness.Process
}

// begin starts the customers of a server that works.
func begin(t *testing.T, server *harness.Process, databaseURL string, may allowed) *faultTest {
	t.Helper()
	o := &faultTest{server: server, database: func() string { return databaseURL }}
	o.customers = newCustomers(t, o.addr, harness.Requests(t, server), may)
	o.startRequests()
	t.Cleanup(o.stopRequests)
	t.Cleanup(func() { o.explain(t) })
	o.awaitServed() // caches and pools are filled now
	o.stopRequests()
	o.before = server.InUse(t)
	o.startRequests()
	o.awaitServed()
	return o
}

// explain logs the last errors of the server if the test has failed.
func (o *faultTest) explain(t *testing.T) {
	if !t.Failed() {
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	var errors []string
	for line := range strings.Lines(o.server.Log.String()) {
		if strings.Contains(line, "level=ERROR") || strings.Contains(line, `"level":"ERROR"`) {
			errors = append(errors, line)
		}
	}
	t.Logf("errors of the server:\n%s", strings.Join(errors[max(0, len(errors)-20):], ""))
}

func (o *faultTest) addr() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.server.Addr
}

// replace sends the customers to another server.
func (o *faultTest) replace(server *harness.Process) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.server = server
}

// finish expects that all customers are served again, no change was missed, the promises hold, and no resources have leaked.
func (o *faultTest) finish() {
	o.t.Helper()
	o.awaitServed()
	o.expectReady(http.StatusOK, "ok")
	o.stopRequests()
	s := &harness.Server{T: o.t, Addr: o.addr(), Received: o.received}
	newest := numberOf(o.t, s.LastChange(followedBranch))
	o.startRequests() // subscribers receive the remaining changes
	harness.Await(o.t, "the last change", func() bool { return o.position.Load() >= newest })
	o.stopRequests()
	o.expectPromises(o.database)
	o.client.CloseIdleConnections()
	harness.ExpectReturned(o.t, o.before, func() harness.Resources { return o.server.InUse(o.t) })
	for _, secret := range []string{"kunde.example", "Carla", "meet.jit.si", "visavis-demo-", "secret"} {
		if strings.Contains(o.server.Log.String(), secret) {
			o.t.Errorf("the log contains %s", secret)
		}
	}
}

// expectReady waits until /readyz answers with the status and the sentence.
func (o *faultTest) expectReady(status int, sentence string) {
	o.t.Helper()
	harness.Await(o.t, "/readyz to answer "+sentence, func() bool {
		got, text := o.get("/readyz")
		return got == status && strings.TrimSpace(text) == sentence
	})
	if got, _ := o.get("/healthz"); got != http.StatusOK {
		o.t.Errorf("/healthz answers %d", got)
	}
}

// awaitUnavailable waits until an order is answered with 503. It stays unanswered, so it is retried at the end.
func (o *faultTest) awaitUnavailable() {
	o.t.Helper()
	harness.Await(o.t, "an order to be answered 503", func() bool {
		next := o.order()
		body, err := json.Marshal(map[string]any{"query": harness.BookOperation, "variables": harness.Variables{"input": next.Input()}})
		if err != nil {
			o.t.Fatal(err)
		}
		response, err := o.post(o.t.Context(), string(body), "X-Client-Address", next.Address, "Accept", "application/graphql-response+json")
		if err != nil {
			o.t.Fatal(err)
		}
		defer response.Body.Close()
		return response.StatusCode == http.StatusServiceUnavailable
	})
}

func (o *faultTest) get(path string) (status int, text string) {
	o.t.Helper()
	client := http.Client{Timeout: harness.Patience}
	response, err := client.Get("http://" + o.addr() + path)
	if err != nil {
		o.t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		o.t.Fatal(err)
	}
	return response.StatusCode, string(body)
}
