package graph

import (
	"context"
	"encoding/json"
	"reflect"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// exactVariables rejects variables that the standard validation takes for a value of their type, although they are none: a
// value of an enum in other letters, a number for a text, a text for a number, and a fraction for an ID.
type exactVariables struct{ schema *ast.Schema }

var _ graphql.OperationContextMutator = exactVariables{}

// ExtensionName returns the name of the check among gqlgen's extensions.
func (exactVariables) ExtensionName() string { return "ExactVariables" }

// Validate accepts every schema.
func (exactVariables) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext returns an error for the first variable that is not of its type.
func (v exactVariables) MutateOperationContext(_ context.Context, operation *graphql.OperationContext) *gqlerror.Error {
	for _, definition := range operation.Operation.VariableDefinitions {
		path := ast.Path{ast.PathName("variable"), ast.PathName(definition.Variable)}
		if wrong := v.check(definition.Type, operation.Variables[definition.Variable], path); wrong != nil {
			errcode.Set(wrong, errcode.ValidationFailed)
			return wrong
		}
	}
	return nil
}

// check returns an error if a value, which the standard validation has passed, is not of the type.
func (v exactVariables) check(of *ast.Type, value any, path ast.Path) *gqlerror.Error {
	if value == nil {
		return nil
	}
	if of.Elem != nil {
		elements := reflect.ValueOf(value) // of any type, if the standard validation has made a list of one value
		if elements.Kind() != reflect.Slice {
			return v.check(of.Elem, value, path)
		}
		for i := range elements.Len() {
			if wrong := v.check(of.Elem, elements.Index(i).Interface(), inside(path, ast.PathIndex(i))); wrong != nil {
				return wrong
			}
		}
		return nil
	}
	definition := v.schema.Types[of.NamedType]
	switch definition.Kind {
	case ast.InputObject:
		fields, _ := value.(map[string]any)
		for _, field := range definition.Fields {
			if wrong := v.check(field.Type, fields[field.Name], inside(path, ast.PathName(field.Name))); wrong != nil {
				return wrong
			}
		}
	case ast.Enum:
		name, isText := value.(string)
		if !isText || definition.EnumValues.ForName(name) == nil {
			return gqlerror.ErrorPathf(path, "%s is not a valid %s", quoted(value), of.NamedType)
		}
	case ast.Scalar:
		_, isText := value.(string)
		number, isNumber := value.(json.Number)
		_, fraction := number.Int64()
		if of.NamedType == "String" && isNumber || of.NamedType == "Int" && isText || of.NamedType == "ID" && isNumber && fraction != nil {
			return gqlerror.ErrorPathf(path, "cannot use %s as %s", quoted(value), of.NamedType)
		}
	}
	return nil
}

// inside returns a path with another element. It copies the path, which other values share.
func inside(path ast.Path, element ast.PathElement) ast.Path {
	return append(path[:len(path):len(path)], element)
}

// quoted returns a value for a message, shortened if it is a long text.
func quoted(value any) string {
	text, isText := value.(string)
	if !isText {
		encoded, _ := json.Marshal(value) // decoded from JSON
		text = string(encoded)
	}
	if characters := []rune(text); len(characters) > 50 {
		text = string(characters[:50]) + "…"
	}
	if isText {
		return strconv.Quote(text)
	}
	return text
}
