package graph_test

import (
	"cmp"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"visavis/graph"
	"visavis/graph/generated"
	"visavis/internal/actor"
)

// A need is what somebody must be.
type need struct {
	role     actor.Role
	password bool
}

func (n need) and(other need) need {
	return need{max(n.role, other.role), n.password || other.password}
}

func (n need) String() string {
	name := string(n.role.Name())
	if n.password {
		return name + " by password"
	}
	return cmp.Or(name, "nothing")
}

// readAccessTable reads who may ask for each field: the words of testdata/access.txt.
func readAccessTable(t *testing.T) map[string]need {
	t.Helper()
	text, err := os.ReadFile("testdata/access.txt")
	if err != nil {
		t.Fatal(err)
	}
	roles := map[string]actor.Role{"ANYONE": actor.Anyone, "MEMBER": actor.Member, "MANAGER": actor.Manager, "OWNER": actor.Owner}
	table := map[string]need{}
	for line := range strings.Lines(string(text)) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		name, password, _ := strings.Cut(words[0], "+")
		role, known := roles[name]
		if !known {
			t.Fatalf("the table says %s", words[0])
		}
		for _, field := range words[2:] {
			table[strings.TrimSuffix(words[1], ":")+"."+field] = need{role, password == "PASSWORD"}
		}
	}
	return table
}

func TestTheTableHasEveryFieldAndNoOther(t *testing.T) {
	table := readAccessTable(t)
	known := map[string]bool{}
	for name, definition := range reachable(generated.NewExecutableSchema(generated.Config{}).Schema()) {
		for _, field := range definition.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			known[name+"."+field.Name] = true
			wanted, listed := table[name+"."+field.Name]
			if !listed {
				t.Errorf("%s.%s is not in testdata/access.txt: who may ask for it?", name, field.Name)
			}
			if role, password := graph.RequirementOfField(definition, field); role != wanted.role || password != wanted.password {
				t.Errorf("%s.%s: the schema says %s, the table %s", name, field.Name, need{role, password}, wanted)
			}
		}
	}
	for name := range table {
		if !known[name] {
			t.Errorf("%s is in testdata/access.txt and not in the schema", name)
		}
	}
}

// A way is a document that asks for one field, and what it needs by the table.
type way struct {
	document string
	needs    need
}

// waysTo finds to each field the way that needs least.
func waysTo(schema *ast.Schema, table map[string]need) map[string]way {
	ways := map[string]way{}
	type place struct {
		definition *ast.Definition
		open       string // the document so far
		depth      int
		needs      need
	}
	ahead := []place{{schema.Query, "query", 0, need{}}, {schema.Mutation, "mutation", 0, need{}}, {schema.Subscription, "subscription", 0, need{}}}
	seen := map[string]need{}
	for len(ahead) > 0 {
		slices.SortStableFunc(ahead, func(a, b place) int {
			return cmp.Or(int(a.needs.role)-int(b.needs.role), cmp.Compare(len(a.open), len(b.open)))
		})
		here := ahead[0]
		ahead = ahead[1:]
		if _, been := seen[here.definition.Name]; been {
			continue
		}
		seen[here.definition.Name] = here.needs
		if here.definition.Kind == ast.Interface {
			for _, possible := range schema.GetPossibleTypes(here.definition) {
				ahead = append(ahead, place{possible, here.open + "{... on " + possible.Name, here.depth + 1, here.needs})
			}
			continue
		}
		for _, field := range here.definition.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			needs := here.needs.and(table[here.definition.Name+"."+field.Name])
			open := here.open + "{" + field.Name + argumentsOf(schema, field)
			next := schema.Types[field.Type.Name()]
			inner := ""
			if next.IsCompositeType() {
				ahead = append(ahead, place{next, open, here.depth + 1, needs})
				inner = "{__typename}"
			}
			ways[here.definition.Name+"."+field.Name] = way{open + inner + strings.Repeat("}", here.depth+1), needs}
		}
	}
	return ways
}

// argumentsOf writes arguments that name nothing; subscriptions are of a branch that
// there is, and get an event at once, as they know a place that there is not.
func argumentsOf(schema *ast.Schema, field *ast.FieldDefinition) string {
	var list []string
	for _, argument := range field.Arguments {
		switch {
		case argument.Name == "branchId":
			list = append(list, `branchId:"brn_demo-mitte"`)
		case argument.Name == "after" && strings.HasSuffix(field.Name, "Changed"):
			list = append(list, `after:"chg_demo-mitte.999"`)
		case argument.Type.NonNull && argument.DefaultValue == nil:
			list = append(list, argument.Name+":"+valueOf(schema, argument.Type))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return "(" + strings.Join(list, ",") + ")"
}

func valueOf(schema *ast.Schema, of *ast.Type) string {
	if of.Elem != nil {
		return "[]"
	}
	definition := schema.Types[of.Name()]
	switch {
	case definition.Kind == ast.Enum:
		return definition.EnumValues[0].Name
	case definition.Kind == ast.InputObject:
		var fields []string
		for _, field := range definition.Fields {
			if field.Type.NonNull && field.DefaultValue == nil {
				fields = append(fields, field.Name+":"+valueOf(schema, field.Type))
			}
		}
		return "{" + strings.Join(fields, ",") + "}"
	}
	return map[string]string{
		"Int": "1", "Boolean": "true", "Instant": `"2026-11-24T09:00:00Z"`, "LocalDate": `"2026-11-24"`, "LocalTime": `"09:00"`, "Duration": `"PT30M"`,
	}[of.Name()] + map[bool]string{true: `"x"`}[of.Name() == "ID" || of.Name() == "String" || of.Name() == "TimeZone" || of.Name() == "URL"]
}
