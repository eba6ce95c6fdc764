package availability

import (
	"sync"
	"time"

	"visavis/internal/civil"
)

// A workspace is the scratch memory of a search. It is reused, so that allocations are proportional to the answer.
type workspace struct {
	free []Span // the starts that no rule has forbidden yet

	allowed, forbidden, spare []Span

	starts []civil.Instant
	found  []startsOfDay
}

// startsOfDay is how many starts a local date has.
type startsOfDay struct {
	date  civil.Date
	count int
}

var workspaces = sync.Pool{New: func() any { return new(workspace) }}

// require keeps the free starts that the requirement allows; before the first one, all starts are free.
func (w *workspace) require(first bool, r requirement, days []localDay, duration time.Duration) {
	if first {
		w.free = r.starts(w.free[:0], days, duration)
		return
	}
	w.allowed = r.starts(w.allowed[:0], days, duration)
	w.free, w.spare = intersect(w.spare[:0], w.free, w.allowed), w.free
}

// forbid removes the forbidden starts from the free ones.
func (w *workspace) forbid(p prohibition) {
	if w.forbidden = p.starts(w.forbidden[:0]); len(w.forbidden) == 0 {
		return
	}
	w.free, w.spare = without(w.spare[:0], w.free, w.forbidden), w.free
}
