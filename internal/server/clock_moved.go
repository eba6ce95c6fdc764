//go:build movedclock

package server

import (
	"fmt"
	"os"
	"time"

	"visavis/internal/civil"
)

// clock returns a clock ahead of the system's by VISAVIS_CLOCK_AHEAD, such as 36h, for browser tests. Releases are
// built without the tag.
func clock() (civil.Clock, error) {
	const name = "VISAVIS_CLOCK_AHEAD"
	ahead, err := time.ParseDuration(os.Getenv(name))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return func() civil.Instant { return civil.SystemClock().Add(ahead) }, nil
}
