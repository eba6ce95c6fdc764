package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"visavis/graph/generated"
	"visavis/internal/demo/demotest"
)

// TestNoLiteralIsOurFault writes wrong values of every scalar and enum into documents. Other rules judge them than variables.
func TestNoLiteralIsOurFault(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	w := newWrongInput(t, demotest.Salon.SQLiteURL(t), schema)
	for typeName, document := range documentsByType(t, schema) {
		for _, literal := range []string{"null", `""`, `"x"`, `"de"`, "de", "NOPE", "-1", "7.5", "99999999999999999999", "1e999", "true", "{a:1}", "[[]]", "[null]", `"\ud800"`, `"\u0000"`, `""" """`} {
			answer := w.answer(t, strings.ReplaceAll(document, "WRONG", literal))
			if strings.Contains(answer, "INTERNAL") {
				t.Errorf("%s for %s in %s\nanswers %s", literal, typeName, document, answer)
			}
		}
	}
	if w.log.Len() > 0 {
		t.Errorf("the log says\n%.5000s", w.log.String())
	}
}

// documentsByType returns, for each scalar and enum of the inputs, a document with WRONG in place of a value of the type.
func documentsByType(t *testing.T, schema *ast.Schema) map[string]string {
	t.Helper()
	documents := map[string]string{}
	for _, root := range []*ast.Definition{schema.Query, schema.Mutation} {
		for _, field := range root.Fields {
			for _, argument := range field.Arguments {
				definition := schema.Types[argument.Type.Name()]
				value, typeName := "WRONG", definition.Name
				if definition.Kind == ast.InputObject {
					for _, place := range definition.Fields {
						typeName = place.Type.Name()
						value = fmt.Sprintf("{%s}", strings.Join(append(requiredLiterals(schema, definition, place.Name), place.Name+":WRONG"), ","))
						if schema.Types[typeName].Kind != ast.InputObject {
							documents[typeName] = fmt.Sprintf("mutation{%s(%s:%s){userErrors{code}}}", field.Name, argument.Name, value)
						}
					}
				} else if _, known := documents[typeName]; !known && len(field.Arguments) == 1 && schema.Types[field.Type.Name()].IsCompositeType() {
					documents[typeName] = fmt.Sprintf("{%s(%s:%s){__typename}}", field.Name, argument.Name, value)
				}
			}
		}
	}
	return documents
}

// requiredLiterals returns the fields that an input requires, without one, as literals.
func requiredLiterals(schema *ast.Schema, input *ast.Definition, without string) []string {
	var fields []string
	for _, field := range input.Fields {
		if !field.Type.NonNull || field.DefaultValue != nil || field.Name == without {
			continue
		}
		definition := schema.Types[field.Type.Name()]
		literal := rightValue(schema, field.Type)
		switch {
		case field.Type.Elem != nil:
		case definition.Kind == ast.Enum:
			literal = definition.EnumValues[0].Name
		case definition.Kind == ast.InputObject:
			literal = "{" + strings.Join(requiredLiterals(schema, definition, ""), ",") + "}"
		}
		fields = append(fields, field.Name+":"+literal)
	}
	return fields
}
