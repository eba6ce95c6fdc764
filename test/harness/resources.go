package harness

import (
	"net/http"
	"os"
	"runtime"
	"testing"
	"time"
)

// Resources are what a client that has gone must not leave behind.
type Resources struct {
	goroutines, files int
	heap              uint64
}

func ResourcesInUse() Resources {
	http.DefaultClient.CloseIdleConnections()
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	files, _ := os.ReadDir("/dev/fd") // where there is none, none are counted
	return Resources{runtime.NumGoroutine(), len(files), memory.HeapAlloc}
}

// A storm opens hundreds of connections and sends tens of megabytes, so that these
// are far from what it would leave behind.
const (
	moreGoroutines = 2
	moreFiles      = 12 // the pool of connections to the database may have grown
	moreHeap       = 16 << 20
)

// ExpectReturned waits until what was in use before is in use again, and no more.
func ExpectReturned(t testing.TB, before Resources, inUse func() Resources) {
	t.Helper()
	for deadline := time.Now().Add(Patience); ; time.Sleep(10 * time.Millisecond) {
		now := inUse()
		if now.goroutines <= before.goroutines+moreGoroutines && now.files <= before.files+moreFiles && now.heap <= before.heap+moreHeap {
			t.Logf("before %+v, after %+v", before, now)
			return
		}
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<20)
			t.Fatalf("before %+v, after %+v\n%s", before, now, stacks[:runtime.Stack(stacks, true)])
		}
	}
}
