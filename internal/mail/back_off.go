package mail

import (
	"time"

	"visavis/internal/repeat"
)

// maximalAttempts is the number of attempts before a mail fails. They span most of a day.
const maximalAttempts = 12

// lastPause is the longest pause between attempts.
const lastPause = 6 * time.Hour

// backOff is how long a mail waits between attempts.
var backOff = repeat.BackOff{First: time.Minute, Longest: lastPause}
