package civil

import (
	"iter"
	"time"
)

// Hours splits the time between two instants where the wall clock begins an hour. It yields the local time at which each
// part begins, and its length.
func (z Zone) Hours(from, until Instant) iter.Seq2[time.Time, time.Duration] {
	return func(yield func(time.Time, time.Duration) bool) {
		for at := from; at < until; {
			local := z.Local(at)
			end := min(until, at+Instant(secondsPerHour-local.Minute()*60-local.Second()))
			// A clock that is put forward or back begins another hour before.
			if _, change := local.ZoneBounds(); !change.IsZero() {
				end = min(end, InstantOf(change))
			}
			if !yield(local, end.Sub(at)) {
				return
			}
			at = end
		}
	}
}

const secondsPerHour = 60 * 60
