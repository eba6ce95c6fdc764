package pagination

import (
	"strconv"

	"visavis/internal/civil"
)

// At returns the token of a row in a list ordered by instant and ID.
func At(at civil.Instant, id string) Token { return Token{strconv.FormatInt(int64(at), 10), id} }

// Instant returns the instant of a token from At.
func (t *Token) Instant() (civil.Instant, error) {
	seconds, err := strconv.ParseInt(t.First, 10, 64)
	if err != nil {
		return 0, ErrInvalidToken()
	}
	return civil.Instant(seconds), nil
}
