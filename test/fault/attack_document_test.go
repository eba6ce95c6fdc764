package fault

import (
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"visavis/test/harness"
)

// documents writes operations as an attacker does who has read the schema and knows the IDs of what belongs to others.
type documents struct {
	*harness.Schema
	role string            // of the attacker, who asks for every field of an answer that it may read
	ids  map[string]string // by their prefixes
}

// idsByArgument are the prefixes of the IDs in arguments. Of an "id", the name of the operation tells which it is.
var idsByArgument = map[string]string{
	"branchId": "brn", "branchIds": "brn", "staffId": "stf", "staffIds": "stf", "exceptStaffIds": "stf", "samePersonAs": "stf",
	"serviceId": "svc", "serviceIds": "svc", "categoryId": "cat", "customerId": "cus", "appointmentId": "apt", "mailId": "mal", "subjectId": "apt",
}

// idsByOperation are the prefixes by the beginning of the operation's name.
var idsByOperation = []struct{ name, prefix string }{
	{"appointment", "apt"}, {"customer", "cus"}, {"branch", "brn"}, {"device", "dev"}, {"staffAbsence", "abs"}, {"staff", "stf"},
	{"videoOnlyMode", "vom"}, {"mail", "mal"}, {"serviceCategory", "cat"}, {"service", "svc"}, {"apiToken", "tok"}, {"passkey", "pky"},
}

// texts are examples of values by the argument's name, else by its type.
var texts = map[string]string{
	"email": "fremd@fremd.example", "password": "a lighthouse in the fog", "newPassword": "a lighthouse in the fog", "pin": "471682", "newPin": "471682",
	"color": "#112233", "slug": "fremd", "link": "https://meet.jit.si/Fremd", "idempotencyKey": "attack-by-schema-0123", "first": "2027-03-01", "last": "2027-03-01",
	"currency": "EUR", "from": "09:00", "to": "10:00", "LocalDate": "2027-03-01", "LocalTime": "09:00", "Instant": "2027-03-02T10:00:00Z", "end": "2027-03-02T11:00:00Z",
	"Duration": "PT30M", "TimeZone": "Europe/Berlin",
}

// besides are arguments that exclude another, which an attacker prefers.
var besides = map[string]string{
	"secret": "id", "times": "days", "categoryId": "serviceId", "customerId": "customer", "credential": "password", "holdSecret": "start",
}

// of returns a field of Query or Mutation with an example of each argument, or only of the required ones.
func (d documents) of(field *ast.FieldDefinition, all bool) string {
	var examples []string
	for _, argument := range field.Arguments {
		if all || argument.Type.NonNull && argument.DefaultValue == nil {
			examples = append(examples, argument.Name+": "+d.example(field.Name, argument.Name, argument.Type, all))
		}
	}
	arguments := ""
	if len(examples) > 0 {
		arguments = "(" + strings.Join(examples, ", ") + ")"
	}
	return field.Name + arguments + d.selection(field.Type.Name(), 2)
}

func (d documents) example(operation, name string, of *ast.Type, all bool) string {
	if of.Elem != nil {
		return "[" + d.example(operation, name, of.Elem, all) + "]"
	}
	switch definition := d.Types[of.NamedType]; {
	case definition.Kind == ast.InputObject:
		return d.exampleOf(operation, definition, all)
	case definition.Kind == ast.Enum:
		return definition.EnumValues[len(definition.EnumValues)-1].Name // the weakest role comes last
	}
	switch of.NamedType {
	case "ID":
		return strconv.Quote(d.id(operation, name))
	case "Boolean":
		return "true"
	case "Int":
		return "10"
	case "LocalDate", "Instant": // "from" can be any of three
		if name != "end" {
			return strconv.Quote(texts[of.NamedType])
		}
	}
	for _, key := range []string{name, of.NamedType} {
		if text, known := texts[key]; known {
			return strconv.Quote(text)
		}
	}
	return `"Fremd"`
}

func (d documents) exampleOf(operation string, input *ast.Definition, all bool) string {
	var examples []string
	for _, field := range input.Fields {
		required := field.Type.NonNull && field.DefaultValue == nil
		if required || all && input.Fields.ForName(besides[field.Name]) == nil {
			examples = append(examples, field.Name+": "+d.example(operation, field.Name, field.Type, all))
		}
	}
	return "{" + strings.Join(examples, ", ") + "}"
}

func (d documents) id(operation, name string) string {
	prefix := idsByArgument[name]
	if prefix == "" {
		for _, o := range idsByOperation {
			if strings.HasPrefix(operation, o.name) {
				prefix = o.prefix
				break
			}
		}
	}
	if id := d.ids[prefix]; id != "" {
		return id
	}
	return prefix + "_unknown"
}

// selection returns all that the attacker may read of a type without arguments, and of the objects in it.
func (d documents) selection(typeName string, depth int) string {
	definition := d.Types[typeName]
	if !definition.IsCompositeType() {
		return ""
	}
	fields := []string{"__typename"}
	for _, field := range definition.Fields {
		if !harness.May(d.role, definition, field) || slices.ContainsFunc(field.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil }) {
			continue
		}
		if !d.Types[field.Type.Name()].IsCompositeType() {
			fields = append(fields, field.Name)
		} else if depth > 0 {
			fields = append(fields, field.Name+d.selection(field.Type.Name(), depth-1))
		}
	}
	return " { " + strings.Join(fields, " ") + " }"
}

// requiresPassword reports whether a field requires a fresh sign-in by password.
func requiresPassword(field *ast.FieldDefinition) bool {
	directive := field.Directives.ForName("requires")
	if directive == nil {
		return false
	}
	password := directive.Arguments.ForName("password")
	return password != nil && password.Value.Raw == "true"
}

// isAbout reports whether a document names one of the IDs.
func (d documents) isAbout(document string) bool {
	for _, id := range d.ids {
		if strings.Contains(document, strconv.Quote(id)) {
			return true
		}
	}
	return false
}

// operationsOf returns the fields of a root type.
func operationsOf(root *ast.Definition) ast.FieldList {
	return slices.DeleteFunc(slices.Clone(root.Fields), func(field *ast.FieldDefinition) bool { return strings.HasPrefix(field.Name, "__") })
}
