package availability_test

import (
	"testing"
	"time"

	. "visavis/internal/availability"
)

func TestCleanUpMayRunPastTheShiftAndTheOpeningHours(t *testing.T) {
	cleanUp := func(_ *testing.T, q *question) { q.service.CleanUp = time.Hour }
	check(t, []situation{
		{"without clean-up", func(*testing.T, *question) {}, "09:00 10:00 11:00"},
		{"past the shift and the opening hours", cleanUp, "09:00 10:00 11:00"},
		{"into the next appointment", func(t *testing.T, q *question) {
			cleanUp(t, q)
			q.staff.Person.Busy = []Busy{{Span: span(t, monday+" 12:30", monday+" 13:00")}}
		}, "09:00 10:00"},
		{"after the previous appointment", func(t *testing.T, q *question) {
			q.staff.Person.Busy = []Busy{{Span: span(t, monday+" 08:00", monday+" 08:30"), CleanUp: time.Hour}}
		}, "10:00 11:00"},
	})
}
