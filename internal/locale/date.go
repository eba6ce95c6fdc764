package locale

import (
	"fmt"
	"time"
)

// Weekday returns the name of the weekday: Dienstag, Tuesday.
func Weekday(l Locale, t time.Time) string {
	if l == German {
		return germanWeekdays[t.Weekday()]
	}
	return t.Weekday().String()
}

// Date formats the date: 24. November 2026, 24 November 2026.
func Date(l Locale, t time.Time) string {
	if l == German {
		return fmt.Sprintf("%d. %s %d", t.Day(), germanMonths[t.Month()-1], t.Year())
	}
	return t.Format("2 January 2006")
}

var (
	germanWeekdays = [...]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"}
	germanMonths   = [...]string{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"}
)
