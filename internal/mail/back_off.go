package mail

import "time"

// maximalAttempts is how often a mail is tried: over most of a day.
const maximalAttempts = 12

// The pauses between attempts double from about the first to about the last.
const (
	firstPause = time.Minute
	lastPause  = 6 * time.Hour
)

// pauseAfter gives the pause after so many attempts that have failed. Chance, from 0 to
// 1, spreads mails that failed together.
func pauseAfter(attempts int, chance float64) time.Duration {
	longest := firstPause
	for range attempts {
		longest = min(2*longest, lastPause)
	}
	return longest/2 + time.Duration(chance*float64(longest/2))
}
