package harness

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// Schema is the API with the roles that its fields require.
type Schema struct{ *ast.Schema }

// ReadSchema reads the schema for a test in a directory beside this one.
func ReadSchema(t testing.TB) *Schema {
	t.Helper()
	files, err := filepath.Glob("../../graph/schema/*.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	var sources []*ast.Source
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, &ast.Source{Name: file, Input: string(text)})
	}
	loaded, err := gqlparser.LoadSchema(sources...)
	if err != nil {
		t.Fatal(err)
	}
	return &Schema{loaded}
}

var ranks = []string{"ANYONE", "MEMBER", "RECEPTIONIST", "MANAGER", "OWNER"}

// May reports whether a role may read a field.
func May(role string, object *ast.Definition, field *ast.FieldDefinition) bool {
	directive := field.Directives.ForName("requires")
	if directive == nil {
		directive = object.Directives.ForName("requires")
	}
	if directive == nil {
		return true
	}
	needed := directive.Arguments.ForName("role").Value.Raw
	if !slices.Contains(ranks, needed) {
		panic("the tests do not know the role " + needed)
	}
	return slices.Index(ranks, role) >= slices.Index(ranks, needed)
}

// Leaves returns the scalar fields of a type that a role may read.
func (s *Schema) Leaves(typeName, role string) string {
	names := []string{"__typename"}
	for _, field := range s.Types[typeName].Fields {
		if May(role, s.Types[typeName], field) && !s.Types[field.Type.Name()].IsCompositeType() {
			names = append(names, field.Name)
		}
	}
	return strings.Join(names, " ")
}
