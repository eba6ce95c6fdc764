package calendarfeed

import (
	"visavis/ent/absence"
	"visavis/internal/locale"
)

// words are the texts of a feed.
type words struct {
	absences map[absence.Kind]string
	notHere  string
}

var catalog = locale.ForStaff(&german, &english)
