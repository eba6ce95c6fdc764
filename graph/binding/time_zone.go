package binding

import (
	"fmt"

	"github.com/99designs/gqlgen/graphql"

	"visavis/internal/civil"
)

// MarshalTimeZone returns a marshaler of the scalar TimeZone.
func MarshalTimeZone(name string) graphql.Marshaler { return graphql.MarshalString(name) }

// UnmarshalTimeZone parses the scalar TimeZone. It returns a *civil.FormatError unless the input is a text; whether there is
// such a zone is for those to find out who load it.
func UnmarshalTimeZone(input any) (string, error) {
	name, isText := input.(string)
	if !isText {
		return "", &civil.FormatError{Kind: "TimeZone", Text: fmt.Sprint(input)}
	}
	return name, nil
}
