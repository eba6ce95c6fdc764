package graph

import (
	"github.com/vektah/gqlparser/v2/ast"

	"visavis/internal/actor"
)

// NewHandlerWithin serves the API with another limit of an answer.
var NewHandlerWithin = newHandler

// Follow hands on the changes that are wanted.
var ForwardChanges = forwardChanges

// RequirementOfField gives what the schema says of a field.
func RequirementOfField(object *ast.Definition, field *ast.FieldDefinition) (role actor.Role, byPassword bool) {
	needed := requirementOfField(object, field)
	return needed.role, needed.byPassword
}
