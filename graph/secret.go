package graph

import "github.com/vektah/gqlparser/v2/ast"

// isCompressible reports whether an operation requests no field that the schema marks as secret.
func isCompressible(operation *ast.OperationDefinition) bool {
	return !secrets{}.in(operation.SelectionSet)
}

// secrets holds the fragments in which a secret has been looked for.
type secrets map[*ast.FragmentDefinition]bool

// in reports whether a selection requests a secret, even if a directive skips it. It visits each fragment once.
func (seen secrets) in(set ast.SelectionSet) bool {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			if selection.Definition.Directives.ForName("secret") != nil || seen.in(selection.SelectionSet) {
				return true
			}
		case *ast.InlineFragment:
			if seen.in(selection.SelectionSet) {
				return true
			}
		case *ast.FragmentSpread:
			if !seen[selection.Definition] {
				seen[selection.Definition] = true
				if seen.in(selection.Definition.SelectionSet) {
					return true
				}
			}
		}
	}
	return false
}
