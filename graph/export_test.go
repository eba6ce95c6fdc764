package graph

import (
	"github.com/vektah/gqlparser/v2/ast"

	"visavis/internal/actor"
)

// NewHandlerWithin returns a handler with a limit for the cost of a response.
var NewHandlerWithin = newHandler

// ForwardChanges forwards the changes that match.
var ForwardChanges = forwardChanges

// RequirementOfField returns the requirement that the schema declares for a field.
func RequirementOfField(object *ast.Definition, field *ast.FieldDefinition) (role actor.Role, fresh bool) {
	needed := requirementOfField(object, field)
	return needed.role, needed.fresh
}

// IsCompressible reports whether an operation requests no secret.
var IsCompressible = isCompressible
