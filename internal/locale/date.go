package locale

import (
	"fmt"
	"strconv"
	"time"
)

// Date writes the date: 24. November 2026, 1er janvier 2027.
func Date(l Locale, t time.Time) string {
	w := catalog.In(l)
	day := strconv.Itoa(t.Day())
	if t.Day() == 1 {
		day = w.firstDay
	}
	return fmt.Sprintf(w.date, day, w.months[t.Month()-1], t.Year())
}

// LongDate writes the date with its weekday: Dienstag, 24. November 2026.
func LongDate(l Locale, t time.Time) string {
	w := catalog.In(l)
	return fmt.Sprintf(w.longDate, w.weekdays[t.Weekday()], Date(l, t))
}

// Clock writes the time of day: 11:00 Uhr.
func Clock(l Locale, t time.Time) string { return Hours(l, t.Format("15:04")) }

// Hours writes a time of day or a range of times, such as 11:00–11:30 Uhr.
func Hours(l Locale, times string) string { return fmt.Sprintf(catalog.In(l).clock, times) }

// Moment writes the date and the time of day: 24. November 2026, 11:00 Uhr.
func Moment(l Locale, t time.Time) string {
	return fmt.Sprintf(catalog.In(l).moment, Date(l, t), Clock(l, t))
}

// LongMoment writes the weekday, the date and the time of day: Dienstag, 24. November 2026, 11:00 Uhr.
func LongMoment(l Locale, t time.Time) string {
	return fmt.Sprintf(catalog.In(l).moment, LongDate(l, t), Clock(l, t))
}
