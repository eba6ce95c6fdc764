package availability

import "visavis/internal/civil"

// The earlier of two appointments keeps its clean-up time free before the later. Clean-up may run past the shift and the opening
// hours: rules 2 and 3 ask only for the duration of the service.

// freeAt returns the instant at which the clean-up time ends.
func (b *Busy) freeAt() civil.Instant { return b.End.Add(b.CleanUp) }
