package main

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

// scale chooses how long a fault lasts, and how often it comes: shortly with all tests, in full by `make faults`.
func scale(short, full int) int {
	if os.Getenv("VISAVIS_FAULTS") == "full" {
		return full
	}
	return short
}

// ordeal is what a server goes through: honest clients come, something strikes, and afterwards everything is as it was.
// Those of servers in processes of their own run side by side: most of their time is waiting.
type ordeal struct {
	*crowd
	database func() string // the URL by which the test sees it
	before   resources

	mu     sync.Mutex
	server *process
}

// begin starts the clients of a server that is well.
func begin(t *testing.T, server *process, databaseURL string, may told) *ordeal {
	t.Helper()
	o := &ordeal{server: server, database: func() string { return databaseURL }}
	o.crowd = newCrowd(t, o.addr, requests(t, server), may)
	o.come()
	t.Cleanup(o.leave)
	o.awaitServed() // whatever is kept is there now
	o.leave()
	o.before = server.inUse(t)
	o.come()
	o.awaitServed()
	return o
}

func (o *ordeal) addr() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.server.addr
}

// replace has the clients go to another server.
func (o *ordeal) replace(server *process) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.server = server
}

// finish expects that everybody is served again, that nothing was missed, that the promises are kept and nothing is left.
func (o *ordeal) finish() {
	o.t.Helper()
	o.awaitServed()
	o.expectReady(http.StatusOK, "ok")
	o.leave()
	s := &salonServer{t: o.t, addr: o.addr(), said: o.heard}
	newest := numberOf(o.t, s.lastChange(followedBranch))
	o.come() // whoever follows gets the rest
	await(o.t, "the last change", func() bool { return o.place.Load() >= newest })
	o.leave()
	o.expectPromises(o.database)
	o.client.CloseIdleConnections()
	expectBack(o.t, o.before, func() resources { return o.server.inUse(o.t) })
	for _, secret := range []string{"kunde.example", "Carla", "meet.jit.si", "visavis-demo-", "secret"} {
		if strings.Contains(o.server.log.String(), secret) {
			o.t.Errorf("the log tells %s", secret)
		}
	}
}

// expectReady waits until the server says of itself whether it is ready, and why not.
func (o *ordeal) expectReady(status int, sentence string) {
	o.t.Helper()
	await(o.t, "/readyz to say "+sentence, func() bool {
		got, text := o.get("/readyz")
		return got == status && strings.TrimSpace(text) == sentence
	})
	if got, _ := o.get("/healthz"); got != http.StatusOK {
		o.t.Errorf("/healthz answers %d", got)
	}
}

// awaitUnavailable waits until an order is answered by a status that says so; whoever made it asks again in the end.
func (o *ordeal) awaitUnavailable() {
	o.t.Helper()
	await(o.t, "an order to be answered 503", func() bool {
		one := o.order()
		body, err := json.Marshal(map[string]any{"query": bookOperation, "variables": variables{"input": one.input()}})
		if err != nil {
			o.t.Fatal(err)
		}
		response, err := o.post(o.t.Context(), string(body), "X-Client-Address", one.address, "Accept", "application/graphql-response+json")
		if err != nil {
			o.t.Fatal(err)
		}
		defer response.Body.Close()
		return response.StatusCode == http.StatusServiceUnavailable
	})
}

func (o *ordeal) get(path string) (status int, text string) {
	o.t.Helper()
	client := http.Client{Timeout: patience}
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

// expectBack waits until what was in use before is in use again, and no more.
func expectBack(t testing.TB, before resources, inUse func() resources) {
	t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		now := inUse()
		if now.goroutines <= before.goroutines+moreGoroutines && now.files <= before.files+moreFiles && now.heap <= before.heap+moreHeap {
			t.Logf("before %+v, after %+v", before, now)
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("before %+v, after %+v", before, now)
		}
	}
}
