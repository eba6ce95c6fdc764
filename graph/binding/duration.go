package binding

import (
	"fmt"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"visavis/internal/civil"
)

// MarshalDuration writes the scalar Duration.
func MarshalDuration(d time.Duration) graphql.Marshaler { return graphql.MarshalDuration(d) }

// UnmarshalDuration reads the scalar Duration: whole minutes, never less than nothing.
func UnmarshalDuration(input any) (time.Duration, error) {
	d, err := graphql.UnmarshalDuration(input)
	if err != nil || d < 0 || d%time.Minute != 0 {
		return 0, &civil.FormatError{Kind: "Duration", Text: fmt.Sprint(input)}
	}
	return d, nil
}
