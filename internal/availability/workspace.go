package availability

import (
	"sync"
	"time"
)

// A workspace is the memory that a search needs beside its answer. It is used
// again, so that what a search allocates is in proportion to the answer.
type workspace struct {
	days []localDay
	free []Span // the starts that no rule has forbidden yet

	allowed, forbidden, spare []Span
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// require leaves of the free starts those that the requirement allows; to the
// first one they are all free.
func (w *workspace) require(first bool, r requirement, duration time.Duration) {
	if first {
		w.free = r.starts(w.free[:0], w.days, duration)
		return
	}
	w.allowed = r.starts(w.allowed[:0], w.days, duration)
	w.free, w.spare = intersect(w.spare[:0], w.free, w.allowed), w.free
}

// forbid leaves of the free starts those that are not forbidden.
func (w *workspace) forbid(p prohibition) {
	w.forbidden = p.starts(w.forbidden[:0])
	w.free, w.spare = without(w.spare[:0], w.free, w.forbidden), w.free
}
