package availability_test

import (
	"testing"

	. "visavis/internal/availability"
)

func TestAbsent(t *testing.T) {
	away := func(times ...string) func(*testing.T, *question) {
		return func(t *testing.T, q *question) {
			for i := 0; i < len(times); i += 2 {
				q.staff.Person.Absences = append(q.staff.Person.Absences, span(t, times[i], times[i+1]))
			}
		}
	}
	check(t, []situation{
		{"never", away(), "09:00 10:00 11:00"},
		{"the whole day", away("2026-11-23 00:00", "2026-11-24 00:00"), ""},
		{"the day before and the day after", away("2026-11-22 00:00", "2026-11-23 00:00", "2026-11-24 00:00", "2026-11-25 00:00"), "09:00 10:00 11:00"},
		{"an hour that fits exactly", away("2026-11-23 10:00", "2026-11-23 11:00"), "09:00 11:00"},
		{"a minute of one hour", away("2026-11-23 10:59", "2026-11-23 11:00"), "09:00 11:00"},
		{"a minute of each of two hours", away("2026-11-23 09:59", "2026-11-23 10:01"), "11:00"},
		{"until she comes, and from when she goes", away("2026-11-23 07:00", "2026-11-23 09:00", "2026-11-23 12:00", "2026-11-23 13:00"), "09:00 10:00 11:00"},
		{"a holiday that began weeks ago", away("2026-11-01 00:00", "2026-11-23 10:30"), "11:00"},
		{"ill during the holiday", away("2026-11-01 00:00", "2026-11-23 11:00", "2026-11-02 00:00", "2026-11-03 00:00"), "11:00"},
		{"one absence within another", away("2026-11-23 09:00", "2026-11-23 11:00", "2026-11-23 09:30", "2026-11-23 09:45"), "11:00"},
		{"two that overlap", away("2026-11-23 09:00", "2026-11-23 09:40", "2026-11-23 09:30", "2026-11-23 10:10"), "11:00"},
		{"two that begin together", away("2026-11-23 10:00", "2026-11-23 11:00", "2026-11-23 10:00", "2026-11-23 10:05"), "09:00 11:00"},
	})
}

// Clean-up is not part of the consultation: one can go on holiday right after it.
func TestAbsentDuringCleanUp(t *testing.T) {
	q := anna(t)
	q.service.CleanUp = q.service.Duration
	q.staff.Person.Absences = []Span{span(t, "2026-11-23 12:00", "2026-11-24 00:00")}
	if got := q.offered(); got != "09:00 10:00 11:00" {
		t.Errorf("offered %q", got)
	}
}
