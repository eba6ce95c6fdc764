package graph_test

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// wrongValue is a JSON value that a caller may send in place of a right one.
type wrongValue struct {
	json string
	// may is whether some fields accept the value: a text may be in any script, and an ID that no object has finds nothing.
	may bool
	// early is whether validation refuses the value, so that nothing is executed.
	early bool
}

// wrongValues returns values that are wrong for an input of the type.
func wrongValues(schema *ast.Schema, of *ast.Type) []wrongValue {
	var values []wrongValue
	isCustom := schema.Types[of.Name()].Kind == ast.Scalar && !slices.Contains([]string{"Boolean", "Int", "String", "ID"}, of.Name())
	refused := func(list ...string) {
		for _, value := range list {
			values = append(values, wrongValue{json: value, early: !isCustom || value == "null"})
		}
	}
	allowed := func(list ...string) {
		for _, value := range list {
			values = append(values, wrongValue{json: value, may: true})
		}
	}
	if of.NonNull {
		refused("null")
	}
	if of.Elem != nil {
		refused(`7.5`, `[null]`, `[[[]]]`)
		for _, value := range wrongValues(schema, of.Elem) {
			value.json = "[" + value.json + "]"
			values = append(values, value)
		}
		allowed("[" + strings.Repeat(rightValue(schema, of.Elem)+",", 1000) + rightValue(schema, of.Elem) + "]")
		return values
	}
	definition := schema.Types[of.NamedType]
	switch {
	case definition.Kind == ast.Enum:
		refused(`""`, `"`+strings.ToLower(definition.EnumValues[0].Name)+`"`, `"NOPE"`, `"\u0000"`, `0`, `true`, `{}`, `["x","y"]`)
	case definition.Kind == ast.InputObject:
		refused(`""`, `0`, `true`, `{"nope":1}`, `["x","y"]`)
	case of.NamedType == "Boolean":
		refused(`""`, `"true"`, `1`, `{}`, `["x","y"]`)
	case of.NamedType == "Int":
		refused(`""`, `"1"`, `"NaN"`, `1.5`, `1e400`, `-9223372036854775809`, `true`, `{}`, `["x","y"]`)
		allowed(`-1`, `2147483647`, `2147483648`, `-9223372036854775808`)
	case of.NamedType == "Instant":
		refused(`""`, `"x"`, `"NaN"`, `"2026-02-30T00:00:00Z"`, `"2026-11-27"`, `"2026-11-27T09:00:00"`, `"10000-01-01T00:00:00Z"`, `"2026-11-27T25:00:00Z"`, `"2026-11-27T09:00:00+99:00"`,
			`"2026-11-27T09:00:00Z\u0000"`, `"\u200b2026-11-27T09:00:00Z"`, `"\ud800"`, `-1`, `1e400`, `true`, `{}`, `["x","y"]`)
		allowed(`"0001-01-01T00:00:00Z"`, `"9999-12-31T23:59:59Z"`)
	case of.NamedType == "LocalDate":
		refused(`""`, `"x"`, `"NaN"`, `"2026-02-30"`, `"27.11.2026"`, `"10000-01-01"`, `"0000-00-00"`, `"2026-11-27\u0000"`, `"\u202e2026-11-27"`, `"\udfff"`, `20260101`, `true`, `{}`, `["x","y"]`)
		allowed(`"0001-01-01"`, `"9999-12-31"`)
	case of.NamedType == "LocalTime":
		refused(`""`, `"x"`, `"25:00"`, `"24:01"`, `"-1:00"`, `"9"`, `"09:00\u0000"`, `"\ud800"`, `900`, `true`, `{}`, `["x","y"]`)
	case of.NamedType == "Duration":
		refused(`""`, `"x"`, `"NaN"`, `"P"`, `"PT0.5S"`, `"-PT1M"`, `"P1Y"`, `"PT153722867281M"`, `"PT99999999999999999999M"`, `"PT1M\u0000"`, `"\ud800"`, `30`, `true`, `{}`, `["x","y"]`)
		allowed(`"P100000D"`, `"PT1S"`)
	case of.NamedType == "ID":
		refused(`true`, `1.5`, `{}`, `["x","y"]`)
		allowed(wrongTexts...)
		allowed(`"brn_unknown"`, `"brn_\u0000"`, `"stf_ü"`, `7`)
	default: // text
		refused(`1`, `1.5`, `true`, `{}`, `["x","y"]`)
		allowed(wrongTexts...)
		allowed(`"Europe/Nowhere"`, `"https://[::1"`)
	}
	return values
}

var wrongTexts = []string{
	`""`, `"\u0000"`, `"a\u0000b@example.com"`, `"\u200b"`, `"\u202ex\u2066"`, `"\u0001\u001b[31m\u0085"`, `"x\ud800y"`, `"` + strings.Repeat("x", 5000) + `"`,
}

// rightValue returns a JSON value of the type that a resolver takes, as far as its type says.
func rightValue(schema *ast.Schema, of *ast.Type) string {
	if of.Elem != nil {
		return "[]"
	}
	definition := schema.Types[of.NamedType]
	switch {
	case definition.Kind == ast.Enum:
		return `"` + definition.EnumValues[0].Name + `"`
	case definition.Kind == ast.InputObject:
		fields := map[string]json.RawMessage{}
		for _, field := range definition.Fields {
			if field.Type.NonNull && field.DefaultValue == nil {
				fields[field.Name] = json.RawMessage(rightValue(schema, field.Type))
			}
		}
		text, err := json.Marshal(fields)
		if err != nil {
			panic(err) // the values are JSON
		}
		return string(text)
	}
	return map[string]string{
		"Boolean": `true`, "Int": `1`, "Instant": `"2026-11-27T09:00:00Z"`, "LocalDate": `"2026-11-27"`, "LocalTime": `"09:00"`, "Duration": `"PT30M"`,
		"ID": `"brn_demo-mitte"`, "TimeZone": `"Europe/Berlin"`, "String": `"lena@example.com"`, "URL": `"https://meet.jit.si/x"`,
	}[of.NamedType]
}
