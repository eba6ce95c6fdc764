package graph

import (
	"maps"

	"github.com/vektah/gqlparser/v2/ast"

	"visavis/internal/actor"
)

// withAccessNotes returns a copy of the schema whose field descriptions name the
// required role, because introspection does not expose applied directives.
func withAccessNotes(schema *ast.Schema) *ast.Schema {
	described := *schema
	described.Types = make(map[string]*ast.Definition, len(schema.Types))
	for name, definition := range schema.Types {
		described.Types[name] = definition
		if definition.Kind == ast.Object && !definition.BuiltIn {
			described.Types[name] = withFieldNotes(definition)
		}
	}
	described.Query, described.Mutation, described.Subscription = described.Types["Query"], described.Types["Mutation"], described.Types["Subscription"]
	described.PossibleTypes, described.Implements = maps.Clone(schema.PossibleTypes), maps.Clone(schema.Implements)
	for _, related := range []map[string][]*ast.Definition{described.PossibleTypes, described.Implements} {
		for name, definitions := range related {
			related[name] = make([]*ast.Definition, len(definitions))
			for i, definition := range definitions {
				related[name][i] = described.Types[definition.Name]
			}
		}
	}
	return &described
}

func withFieldNotes(definition *ast.Definition) *ast.Definition {
	described := *definition
	described.Fields = make(ast.FieldList, len(definition.Fields))
	for i, field := range definition.Fields {
		described.Fields[i] = field
		if note := accessNote(requirementOfField(definition, field)); note != "" && !isMeta(definition, field) {
			noted := *field
			noted.Description += "\n\n" + note
			described.Fields[i] = &noted
		}
	}
	return &described
}

// accessNote describes a requirement; it is empty if there is none.
func accessNote(needed requirement) string {
	note := map[actor.Role]string{
		actor.Member: "For staff.", actor.Receptionist: "For receptionists.", actor.Manager: "For managers.", actor.Owner: "For owners.",
	}[needed.role]
	if needed.fresh {
		note += " Only within 10 minutes of signing in or confirming by password or passkey."
	}
	return note
}
