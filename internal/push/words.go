package push

import (
	"visavis/ent/absencerequest"
	"visavis/ent/changerequest"
	"visavis/ent/push"
	"visavis/internal/locale"
)

// words are the texts of pushes.
type words struct {
	kinds    map[push.Kind]string
	requests map[changerequest.Kind]string
	answers  map[absencerequest.State]string
	absences map[absencerequest.Kind]string
	weekdays [7]string // from Sunday
	date     string    // day and month, as package time formats them
}

var catalog = locale.ForStaff(&german, &english)
