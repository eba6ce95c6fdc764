package mail

import "time"

// maximalAttempts is the number of attempts before a mail fails. They span most of a day.
const maximalAttempts = 12

// The pauses between attempts double from about firstPause to about lastPause.
const (
	firstPause = time.Minute
	lastPause  = 6 * time.Hour
)

// pauseAfter returns the pause after a number of failed attempts. Chance, from 0 to 1, adds jitter.
func pauseAfter(attempts int, chance float64) time.Duration {
	longest := firstPause
	for range attempts {
		longest = min(2*longest, lastPause)
	}
	return longest/2 + time.Duration(chance*float64(longest/2))
}
