package system

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"visavis/test/harness"
)

// schema is the API that the crawl reads.
type schema struct{ *harness.Schema }

func readSchema(t *testing.T) *schema {
	t.Helper()
	return &schema{harness.ReadSchema(t)}
}

// depth is the most objects of different types on a path: branch, staff, appointments, customers.
const depth = 4

// selections returns the paths from a type that are not parts of longer ones, each with the leaves of the objects on it.
func (s *schema) selections(typeName, role string, behind []string) []string {
	definition := s.Types[typeName]
	if definition.Kind == ast.Interface {
		var all []string
		for _, possible := range s.GetPossibleTypes(definition) {
			for _, selection := range s.selections(possible.Name, role, behind) {
				if selection != "__typename" {
					all = append(all, "... on "+possible.Name+" { "+selection+" }")
				}
			}
		}
		return all
	}
	leaves := s.Leaves(typeName, role)
	if len(behind) == depth {
		return []string{leaves}
	}
	var all []string
	for _, field := range definition.Fields {
		next := field.Type.Name()
		if !harness.May(role, definition, field) || !s.Types[next].IsCompositeType() || slices.Contains(behind, next) {
			continue
		}
		for _, selection := range s.selections(next, role, append(slices.Clone(behind), typeName)) {
			all = append(all, leaves+" "+field.Name+" { "+selection+" }")
		}
	}
	if len(all) == 0 {
		return []string{leaves}
	}
	return all
}

// crawl reads every field of every query with every known ID.
func (o *observer) crawl(s *schema, m *marked) {
	for _, field := range s.Query.Fields {
		if strings.HasPrefix(field.Name, "__") || !harness.May(o.role, s.Query, field) {
			continue
		}
		selections := []string{""}
		if s.Types[field.Type.Name()].IsCompositeType() {
			selections = nil
			for _, selection := range s.selections(field.Type.Name(), o.role, nil) {
				selections = append(selections, " { "+selection+" }")
			}
		}
		var readings []string
		for _, arguments := range o.arguments(field, m) {
			for _, selection := range selections {
				if field.Name == "node" && !strings.Contains(selection, "... on "+kindOf(arguments)+" ") {
					continue // nothing to select
				}
				readings = append(readings, field.Name+arguments+selection)
			}
		}
		for some := range slices.Chunk(readings, perDocument) {
			o.readAll(some)
		}
	}
}

// perDocument is how often a document reads a field: each has a session to look up.
const perDocument = 5

// readAll reads a root field with different arguments and selections in one document, and each alone if one has spoiled the
// answer to all.
func (o *observer) readAll(readings []string) {
	o.T.Helper()
	var document strings.Builder
	for i, reading := range readings {
		fmt.Fprintf(&document, " r%d: %s", i, reading)
	}
	answer := o.Ask("{"+document.String()+" }", nil)
	if answer.Data == nil && len(readings) > 1 {
		for one := range slices.Chunk(readings, 1) {
			o.readAll(one)
		}
	}
	for _, wrong := range answer.Errors {
		if code, _ := wrong.Extensions["code"].(string); strings.HasSuffix(code, "TOO_LARGE") {
			o.T.Fatalf("%s\nis answered %s: %s", document.String(), code, wrong.Message)
		}
	}
}

// kindOf returns the prefix of the ID in arguments.
func kindOf(arguments string) string {
	_, id, _ := strings.Cut(arguments, `"`)
	prefix, _, _ := strings.Cut(id, "_")
	return map[string]string{
		"brn": "Branch", "stf": "Staff", "cat": "ServiceCategory", "svc": "Service", "abs": "Absence", "vom": "VideoOnlyMode",
		"apt": "Appointment", "cus": "Customer",
	}[prefix]
}

// arguments returns the arguments to try for a query: one list for each known ID.
func (o *observer) arguments(field *ast.FieldDefinition, m *marked) []string {
	lists := []string{""}
	for _, argument := range field.Arguments {
		var values []string
		switch argument.Name {
		case "id", "mailId", "staffId":
			if field.Name == "branch" || field.Name == "auditTrail" {
				continue
			}
			for _, id := range m.ids {
				values = append(values, `"`+id+`"`)
			}
		case "branchId":
			values = []string{`"brn_demo-mitte"`, `"brn_demo-west"`}
		case "slug":
			values = []string{`"mitte"`}
		case "serviceId":
			values = []string{`"svc_demo-video-colour"`}
		case "at":
			values = []string{`"2026-12-21T10:00:00Z"`}
		case "secret":
			values = []string{`"` + o.knows + `"`}
		case "from", "to":
			if field.Name == "auditTrail" {
				continue
			}
			values = []string{map[string]string{"from": `"2026-11-23"`, "to": `"2026-12-31"`}[argument.Name]}
		case "first":
			values = []string{"100"}
		case "includeArchived":
			values = []string{"true"}
		case "input":
			values = []string{`{branchId: "brn_demo-mitte", staffIds: ["stf_demo-anna", "stf_demo-ben"]}`}
		default:
			continue
		}
		var longer []string
		for _, list := range lists {
			for _, value := range values {
				longer = append(longer, list+" "+argument.Name+": "+value)
			}
		}
		lists = longer
	}
	for i, list := range lists {
		if list != "" {
			lists[i] = "(" + list + ")"
		}
	}
	return lists
}
