package booking

import (
	"visavis/internal/availability"
	"visavis/internal/locale"
)

// words are the reasons why a start is not bookable.
type words struct {
	obstacles map[availability.Obstacle]string
}

var catalog = locale.ForStaff(&german, &english)
