package binding

import (
	"fmt"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"visavis/internal/civil"
)

// MarshalDuration writes the scalar Duration.
func MarshalDuration(d time.Duration) graphql.Marshaler { return graphql.MarshalDuration(d) }

// UnmarshalDuration reads the scalar Duration: whole minutes, never less than nothing.
func UnmarshalDuration(input any) (time.Duration, error) {
	text := fmt.Sprint(input)
	d, err := graphql.UnmarshalDuration(input)
	bare := !strings.ContainsAny(text, "0123456789") // which the library takes for nothing
	if err != nil || bare || d < 0 || d%time.Minute != 0 {
		return 0, &civil.FormatError{Kind: "Duration", Text: text}
	}
	return d, nil
}
