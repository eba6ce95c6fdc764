package locale

import "time"

// Duration is a duration in whole minutes.
type Duration time.Duration

// In writes the duration in its largest whole unit: 365 Tage, 1 hour, 90 Minuten.
func (d Duration) In(l Locale) string {
	const day = 24 * time.Hour
	switch whole := time.Duration(d); {
	case whole != 0 && whole%day == 0:
		return catalog.In(l).days.in(l, int(whole/day))
	case whole != 0 && whole%time.Hour == 0:
		return catalog.In(l).hours.in(l, int(whole/time.Hour))
	default:
		return Minutes(l, whole)
	}
}

// Minutes writes a duration in whole minutes, however long it is: 90 Minuten.
func Minutes(l Locale, d time.Duration) string {
	return catalog.In(l).minutes.in(l, int(d/time.Minute))
}
