package harness

import (
	"net/http"
	"os"
	"runtime"
	"testing"
	"time"
)

// Resources are what a client must not leave behind on a server.
type Resources struct {
	goroutines, files int
	Heap              uint64 // in bytes
}

// ResourcesInUse returns the resources that this process uses after a garbage collection.
func ResourcesInUse() Resources {
	http.DefaultClient.CloseIdleConnections()
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	files, _ := os.ReadDir("/dev/fd") // not counted where it does not exist
	return Resources{runtime.NumGoroutine(), len(files), memory.HeapAlloc}
}

// Tolerances. Hostile traffic opens hundreds of connections and sends tens of megabytes, so a leak exceeds them by far.
const (
	moreGoroutines = 2
	moreFiles      = 12 // the database connection pool may have grown
	moreHeap       = 16 << 20
)

// ExpectReturned waits until no more resources are in use than before.
func ExpectReturned(t testing.TB, before Resources, inUse func() Resources) {
	t.Helper()
	for deadline := time.Now().Add(Patience); ; time.Sleep(10 * time.Millisecond) {
		now := inUse()
		if now.goroutines <= before.goroutines+moreGoroutines && now.files <= before.files+moreFiles && now.Heap <= before.Heap+moreHeap {
			t.Logf("before %+v, after %+v", before, now)
			return
		}
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<20)
			t.Fatalf("before %+v, after %+v\n%s", before, now, stacks[:runtime.Stack(stacks, true)])
		}
	}
}
