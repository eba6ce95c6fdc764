package pagination

import (
	"strconv"

	"visavis/internal/civil"
)

// At gives the place of a row in a list by instant and ID.
func At(at civil.Instant, id string) Place { return Place{strconv.FormatInt(int64(at), 10), id} }

// Instant reads the instant of a place that At has made.
func (p *Place) Instant() (civil.Instant, error) {
	seconds, err := strconv.ParseInt(p.First, 10, 64)
	if err != nil {
		return 0, ErrUnknownPlace()
	}
	return civil.Instant(seconds), nil
}
