package pagination

import (
	"strconv"

	"visavis/internal/civil"
)

// At returns the place of a row in a list by instant and ID.
func At(at civil.Instant, id string) Token { return Token{strconv.FormatInt(int64(at), 10), id} }

// Instant reads the instant of a place that At has made.
func (t *Token) Instant() (civil.Instant, error) {
	seconds, err := strconv.ParseInt(t.First, 10, 64)
	if err != nil {
		return 0, ErrInvalidToken()
	}
	return civil.Instant(seconds), nil
}
