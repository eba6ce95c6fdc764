package repeat

import "time"

// BackOff is how long to wait between attempts: twice as long after each.
type BackOff struct {
	First   time.Duration // about
	Longest time.Duration
}

// After returns the pause after a number of failed attempts. Chance, from 0 to 1, adds jitter.
func (b BackOff) After(attempts int, chance float64) time.Duration {
	longest := b.First
	for range attempts {
		longest = min(2*longest, b.Longest)
	}
	return longest/2 + time.Duration(chance*float64(longest/2))
}
