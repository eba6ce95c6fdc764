package graph

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// noIntrospection refuses documents that ask about the schema. __typename stays:
// it tells of what the client has got, and caches need it.
type noIntrospection struct{}

var _ graphql.OperationContextMutator = noIntrospection{}

// ExtensionName names the refusal among gqlgen's extensions.
func (noIntrospection) ExtensionName() string { return "NoIntrospection" }

// Validate accepts every schema.
func (noIntrospection) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext changes nothing.
func (noIntrospection) MutateOperationContext(ctx context.Context, operation *graphql.OperationContext) *gqlerror.Error {
	if documentIntrospects(operation.Doc) {
		return codedError(ctx, introspectionDisabled)
	}
	return nil
}

// documentIntrospects looks into each operation and fragment once. Validation has
// found that the schema is asked for nowhere but at the top.
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
			return false // what a fragment holds is looked at where it is defined
		}
	})
}
