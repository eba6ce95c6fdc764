package graph

import (
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"visavis/ent"
)

func TestCostOf(t *testing.T) {
	leaf := &graphql.FieldContext{Field: graphql.CollectedField{Field: &ast.Field{}}}
	objects := &graphql.FieldContext{Field: graphql.CollectedField{Field: &ast.Field{SelectionSet: ast.SelectionSet{&ast.Field{}}}}}
	long := strings.Repeat("x", 640)
	for name, test := range map[string]struct {
		value any
		field *graphql.FieldContext
		want  int64
	}{
		"nothing":         {nil, leaf, 0},
		"a number":        {7, leaf, 0},
		"a short text":    {"Anna", leaf, 0},
		"a long text":     {long, leaf, 10},
		"a nullable text": {&long, leaf, 10},
		"no text":         {(*string)(nil), leaf, 0},
		"an object":       {&ent.Staff{}, objects, 0},
		"no object":       {(*ent.Staff)(nil), objects, 0},
		"objects":         {make([]*ent.Staff, 3), objects, 36},
		"no objects":      {[]*ent.Staff(nil), objects, 0},
		"scalars":         {make([]string, 3), leaf, 3},
	} {
		if got := costOf(test.value, test.field); got != test.want {
			t.Errorf("%s costs %d, want %d", name, got, test.want)
		}
	}
}
