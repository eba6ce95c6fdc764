package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
)

// isGiven reports whether the input of the mutation has the field, which may be null. Go cannot tell that from a field that
// is left out.
func isGiven(ctx context.Context, field string) bool {
	arguments := graphql.GetFieldContext(ctx).Field.ArgumentMap(graphql.GetOperationContext(ctx).Variables)
	input, _ := arguments["input"].(map[string]any)
	_, given := input[field]
	return given
}

// isGivenIn is isGiven for a field of an element of a list in the input. A list may be given as its only element.
func isGivenIn(ctx context.Context, list string, i int, field string) bool {
	arguments := graphql.GetFieldContext(ctx).Field.ArgumentMap(graphql.GetOperationContext(ctx).Variables)
	input, _ := arguments["input"].(map[string]any)
	var element any = input[list]
	switch elements := element.(type) {
	case []any:
		element = elements[i]
	case []map[string]any: // of a variable with the only element
		element = elements[i]
	}
	fields, _ := element.(map[string]any)
	_, given := fields[field]
	return given
}
