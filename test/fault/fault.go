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

// scale chooses how long a fault lasts, and how often it comes: shortly with all tests, in full by `make faults`.
func scale(short, full int) int {
	if os.Getenv("VISAVIS_FAULTS") == "full" {
		return full
	}
	return short
}

// faultTest is what a server goes through: honest clients come, something strikes, and afterwards everything is as it was.
// Those of servers in processes of their own run side by side: most of their time is waiting.
type faultTest struct {
	*customers
	database func() string // the URL by which the test sees it
	before   harness.Resources

	mu     sync.Mutex
	server *harness.Process
}

// begin starts the clients of a server that is well.
func begin(t *testing.T, server *harness.Process, databaseURL string, may allowed) *faultTest {
	t.Helper()
	o := &faultTest{server: server, database: func() string { return databaseURL }}
	o.customers = newCustomers(t, o.addr, harness.Requests(t, server), may)
	o.start()
	t.Cleanup(o.finish)
	o.awaitServed() // whatever is kept is there now
	o.finish()
	o.before = server.InUse(t)
	o.start()
	o.awaitServed()
	return o
}

func (o *faultTest) addr() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.server.Addr
}

// replace has the clients go to another server.
func (o *faultTest) replace(server *harness.Process) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.server = server
}

// finish expects that everybody is served again, that nothing was missed, that the promises are kept and nothing is left.
func (o *faultTest) finish() {
	o.t.Helper()
	o.awaitServed()
	o.expectReady(http.StatusOK, "ok")
	o.finish()
	s := &harness.Server{T: o.t, Addr: o.addr(), Received: o.received}
	newest := numberOf(o.t, s.LastChange(followedBranch))
	o.start() // whoever follows gets the rest
	harness.Await(o.t, "the last change", func() bool { return o.place.Load() >= newest })
	o.finish()
	o.expectPromises(o.database)
	o.client.CloseIdleConnections()
	harness.ExpectReturned(o.t, o.before, func() harness.Resources { return o.server.InUse(o.t) })
	for _, secret := range []string{"kunde.example", "Carla", "meet.jit.si", "visavis-demo-", "secret"} {
		if strings.Contains(o.server.Log.String(), secret) {
			o.t.Errorf("the log tells %s", secret)
		}
	}
}

// expectReady waits until the server says of itself whether it is ready, and why not.
func (o *faultTest) expectReady(status int, sentence string) {
	o.t.Helper()
	harness.Await(o.t, "/readyz to say "+sentence, func() bool {
		got, text := o.get("/readyz")
		return got == status && strings.TrimSpace(text) == sentence
	})
	if got, _ := o.get("/healthz"); got != http.StatusOK {
		o.t.Errorf("/healthz answers %d", got)
	}
}

// awaitUnavailable waits until an order is answered by a status that says so; whoever made it asks again in the end.
func (o *faultTest) awaitUnavailable() {
	o.t.Helper()
	harness.Await(o.t, "an order to be answered 503", func() bool {
		one := o.order()
		body, err := json.Marshal(map[string]any{"query": harness.BookOperation, "variables": harness.Variables{"input": one.Input()}})
		if err != nil {
			o.t.Fatal(err)
		}
		response, err := o.post(o.t.Context(), string(body), "X-Client-Address", one.Address, "Accept", "application/graphql-response+json")
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
