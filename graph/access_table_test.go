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

// A requirement is a role, and whether a sign-in by password is required.
type requirement struct {
	role     actor.Role
	password bool
}

func (r requirement) and(other requirement) requirement {
	return requirement{max(r.role, other.role), r.password || other.password}
}

func (r requirement) String() string {
	name := string(r.role.Name())
	if r.password {
		return name + " by password"
	}
	return cmp.Or(name, "nothing")
}

// readAccessTable reads the requirement of each field from testdata/access.txt.
func readAccessTable(t *testing.T) map[string]requirement {
	t.Helper()
	text, err := os.ReadFile("testdata/access.txt")
	if err != nil {
		t.Fatal(err)
	}
	roles := map[string]actor.Role{"ANYONE": actor.Anyone, "MEMBER": actor.Member, "RECEPTIONIST": actor.Receptionist, "MANAGER": actor.Manager, "OWNER": actor.Owner}
	table := map[string]requirement{}
	for line := range strings.Lines(string(text)) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		name, password, _ := strings.Cut(words[0], "+")
		role, known := roles[name]
		if !known {
			t.Fatalf("unknown role in the table: %s", words[0])
		}
		for _, field := range words[2:] {
			table[strings.TrimSuffix(words[1], ":")+"."+field] = requirement{role, password == "PASSWORD"}
		}
	}
	return table
}

func TestTheTableMatchesTheSchema(t *testing.T) {
	table := readAccessTable(t)
	known := map[string]bool{}
	for name, definition := range objectTypes(generated.NewExecutableSchema(generated.Config{}).Schema()) {
		for _, field := range definition.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			known[name+"."+field.Name] = true
			wanted, listed := table[name+"."+field.Name]
			if !listed {
				t.Errorf("%s.%s is missing in testdata/access.txt: add its requirement", name, field.Name)
			}
			if role, password := graph.RequirementOfField(definition, field); role != wanted.role || password != wanted.password {
				t.Errorf("%s.%s requires %s in the schema, but %s in the table", name, field.Name, requirement{role, password}, wanted)
			}
		}
	}
	for name := range table {
		if !known[name] {
			t.Errorf("%s is in testdata/access.txt but not in the schema", name)
		}
	}
}

// A request is a document that selects one field, and what it requires by the table.
type request struct {
	document string
	requires requirement
}

// requestsFor returns the request with the lowest requirement for each field.
func requestsFor(schema *ast.Schema, table map[string]requirement) map[string]request {
	requests := map[string]request{}
	type node struct {
		definition *ast.Definition
		open       string // the document so far
		depth      int
		requires   requirement
	}
	queue := []node{{schema.Query, "query", 0, requirement{}}, {schema.Mutation, "mutation", 0, requirement{}}, {schema.Subscription, "subscription", 0, requirement{}}}
	visited := map[string]bool{}
	for len(queue) > 0 {
		slices.SortStableFunc(queue, func(a, b node) int {
			return cmp.Or(int(a.requires.role)-int(b.requires.role), cmp.Compare(len(a.open), len(b.open)))
		})
		here := queue[0]
		queue = queue[1:]
		if visited[here.definition.Name] {
			continue
		}
		visited[here.definition.Name] = true
		if here.definition.Kind == ast.Interface {
			for _, possible := range schema.GetPossibleTypes(here.definition) {
				queue = append(queue, node{possible, here.open + "{... on " + possible.Name, here.depth + 1, here.requires})
			}
			continue
		}
		for _, field := range here.definition.Fields {
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			requires := here.requires.and(table[here.definition.Name+"."+field.Name])
			open := here.open + "{" + field.Name + argumentsOf(schema, field)
			next := schema.Types[field.Type.Name()]
			inner := ""
			if next.IsCompositeType() {
				queue = append(queue, node{next, open, here.depth + 1, requires})
				inner = "{__typename}"
			}
			requests[here.definition.Name+"."+field.Name] = request{open + inner + strings.Repeat("}", here.depth+1), requires}
		}
	}
	return requests
}

// argumentsOf returns arguments with unknown IDs. Subscriptions get an existing branch,
// and an unknown change to resume after, so that an event follows immediately.
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
