package locale

import (
	"fmt"
	"time"
)

// Duration is a duration in whole minutes.
type Duration time.Duration

// In writes the duration in its largest whole unit: 365 Tage, 1 hour, 90 Minuten.
func (d Duration) In(l Locale) string {
	const day = 24 * time.Hour
	switch whole := time.Duration(d); {
	case whole != 0 && whole%day == 0:
		return counted(int(whole/day), l, "Tag", "Tage", "day", "days")
	case whole != 0 && whole%time.Hour == 0:
		return counted(int(whole/time.Hour), l, "Stunde", "Stunden", "hour", "hours")
	default:
		return counted(int(whole/time.Minute), l, "Minute", "Minuten", "minute", "minutes")
	}
}

func counted(count int, l Locale, germanOne, germanMany, one, many string) string {
	switch {
	case l == German && count == 1:
		many = germanOne
	case l == German:
		many = germanMany
	case count == 1:
		many = one
	}
	return fmt.Sprintf("%d %s", count, many)
}
