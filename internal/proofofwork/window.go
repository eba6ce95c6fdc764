package proofofwork

import (
	"slices"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"visavis/internal/civil"
)

// remembered is how many networks are remembered. Beyond that, the least recent ones are forgotten.
const remembered = 20_000

// counted is how many times per network are remembered: beyond that, a proof costs no more.
const counted = 100

// Window counts what networks do within the last hour, in this process. It is safe for concurrent use.
type Window struct {
	clock  civil.Clock
	mutex  sync.Mutex
	recent *lru.Cache[string, []civil.Instant] // in order
}

// NewWindow returns a window without history.
func NewWindow(clock civil.Clock) *Window {
	recent, err := lru.New[string, []civil.Instant](remembered)
	if err != nil {
		panic(err) // sizes below one only
	}
	return &Window{clock: clock, recent: recent}
}

// Add counts one more time. It returns how many there were before it within the hour, and a function that takes it back.
func (w *Window) Add(network string) (before int, undo func()) {
	now := w.clock()
	w.mutex.Lock()
	defer w.mutex.Unlock()
	times, _ := w.recent.Get(network)
	times = slices.DeleteFunc(times, func(at civil.Instant) bool {
		return at <= now.Add(-time.Hour) || at > now // the clock was set back
	})
	before = len(times)
	if before == counted {
		times = slices.Delete(times, 0, 1)
	}
	w.recent.Add(network, append(times, now))
	return before, func() { w.remove(network, now) }
}

func (w *Window) remove(network string, at civil.Instant) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	times, _ := w.recent.Get(network)
	if i := slices.Index(times, at); i >= 0 {
		w.recent.Add(network, slices.Delete(times, i, i+1))
	}
}
