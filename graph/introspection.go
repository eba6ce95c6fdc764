package graph

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// noIntrospection rejects documents that query the schema. __typename stays allowed:
// it describes the client's own response, and client caches need it.
type noIntrospection struct{}

var _ graphql.OperationContextMutator = noIntrospection{}

// ExtensionName returns the name of the check among gqlgen's extensions.
func (noIntrospection) ExtensionName() string { return "NoIntrospection" }

// Validate accepts every schema.
func (noIntrospection) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext returns an error for a document that queries the schema.
func (noIntrospection) MutateOperationContext(ctx context.Context, operation *graphql.OperationContext) *gqlerror.Error {
	if documentIntrospects(operation.Doc) {
		return codedError(ctx, introspectionDisabled)
	}
	return nil
}

// documentIntrospects reports whether a document queries the schema. Top-level fields
// suffice: validation has rejected __schema and __type elsewhere.
func documentIntrospects(document *ast.QueryDocument) bool {
	return slices.ContainsFunc(document.Operations, func(operation *ast.OperationDefinition) bool {
		return topIntrospects(operation.SelectionSet)
	}) || slices.ContainsFunc(document.Fragments, func(fragment *ast.FragmentDefinition) bool {
		return topIntrospects(fragment.SelectionSet)
	})
}

func topIntrospects(set ast.SelectionSet) bool {
	return slices.ContainsFunc(set, func(selection ast.Selection) bool {
		switch selection := selection.(type) {
		case *ast.Field:
			return introspects(selection)
		case *ast.InlineFragment:
			return topIntrospects(selection.SelectionSet)
		default:
			return false // a fragment's fields are checked at its definition
		}
	})
}
