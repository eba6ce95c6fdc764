package main

import (
	"fmt"
	"net/http"
	"os"
	"runtime"
	"testing"
	"time"
)

const searchOperation = `query($branch: ID!, $from: LocalDate!, $to: LocalDate!, $secret: String) {
	bookableVideoConsultations(branchId: $branch, from: $from, to: $to, holdSecret: $secret) {
		service { id } staff { id } days { date starts } } }`

// search tells what can be booked, as the holder of a hold sees it.
func (s *salonServer) search(branchID string, secret any) string {
	s.t.Helper()
	return fmt.Sprint(s.query(searchOperation, variables{"branch": branchID, "from": "2026-11-23", "to": "2026-11-29", "secret": secret}))
}

// Whatever others do to the server, those who are honest get the right answers; and
// nothing is left of the others when they are gone.
func TestHonestClientsAreServedInAStorm(t *testing.T) {
	s := newDemoSalon(t)
	mitte, west := s.search("brn_demo-mitte", nil), s.search("brn_demo-west", nil)
	serve := func() {
		t.Helper()
		hold := s.mutate("appointmentHold", "hold { secret }", variables{
			"branchId": "brn_demo-mitte", "serviceId": "svc_demo-video-care", "start": "2026-11-26T09:00:00Z"}).(map[string]any)
		s.same("the holder sees", s.search("brn_demo-mitte", hold["secret"]), mitte)
		if s.search("brn_demo-mitte", nil) == mitte {
			t.Error("others see the start that is held")
		}
		s.mutate("appointmentHoldRelease", "userErrors { code }", variables{"secret": hold["secret"]})
	}
	read := func() {
		t.Helper()
		s.same("in Mitte", s.search("brn_demo-mitte", nil), mitte)
		s.same("in West", s.search("brn_demo-west", nil), west)
	}

	first := newStorm(t, s.addr, 1, 0) // after it whatever is kept is there
	serve()
	await(t, "the storm", func() bool { return first.blows.Load() > 50 })
	first.calm()
	before := resourcesInUse()

	second := newStorm(t, s.addr, 3, 0)
	for range 5 {
		serve()
		read()
	}
	await(t, "those who send their headers slowly to be cut", func() bool {
		read()
		return second.cut.Load() > 0
	})
	second.calm()
	t.Logf("%d blows", second.blows.Load())
	expectToReturn(t, before) // before any change: it would end what has been forgotten
	serve()
	read()
}

// resources are what a client that has gone must not leave behind.
type resources struct {
	goroutines, files int
	heap              uint64
}

func resourcesInUse() resources {
	http.DefaultClient.CloseIdleConnections()
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	files, _ := os.ReadDir("/dev/fd") // where there is none, none are counted
	return resources{runtime.NumGoroutine(), len(files), memory.HeapAlloc}
}

// A storm opens hundreds of connections and sends tens of megabytes, so that these
// are far from what it would leave behind.
const (
	moreGoroutines = 2
	moreFiles      = 12 // the pool of connections to the database may have grown
	moreHeap       = 16 << 20
)

func expectToReturn(t *testing.T, before resources) {
	t.Helper()
	deadline := time.Now().Add(patience)
	for {
		now := resourcesInUse()
		if now.goroutines <= before.goroutines+moreGoroutines && now.files <= before.files+moreFiles && now.heap <= before.heap+moreHeap {
			t.Logf("before the storm %+v, after it %+v", before, now)
			return
		}
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<20)
			t.Fatalf("before the storm %+v, after it %+v\n%s", before, now, stacks[:runtime.Stack(stacks, true)])
		}
		time.Sleep(time.Millisecond)
	}
}

// await polls for what gives no event of its own.
func await(t testing.TB, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !holds(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("waited in vain for ", what)
		}
	}
}
