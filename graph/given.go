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
