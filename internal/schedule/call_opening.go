package schedule

import (
	"time"

	"visavis/internal/civil"
)

// A video call can be entered some time before the appointment starts, and again for some time after it ends.
const (
	CallOpensBefore      = 15 * time.Minute // for the customer
	StaffCallOpensBefore = 10 * time.Minute // for the staff member, in the calendar
	CallStaysOpen        = time.Hour        // after the end, for both, since a call may overrun
)

// CallOpening returns the instant from which the customer can enter the call of an appointment that starts at start,
// unless something stands in the way.
func CallOpening(start civil.Instant) civil.Instant { return start.Add(-CallOpensBefore) }
