package schedule

import (
	"time"

	"visavis/internal/civil"
)

// A video call can be entered some time before the appointment starts.
const (
	CallOpensBefore      = 15 * time.Minute // for the customer
	StaffCallOpensBefore = 10 * time.Minute // for the staff member, in the calendar
)

// CallOpening returns the instant from which the customer can enter the call of an appointment that starts at start.
func CallOpening(start civil.Instant) civil.Instant { return start.Add(-CallOpensBefore) }
