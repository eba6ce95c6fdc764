package graph_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"visavis/graph"
	"visavis/graph/generated"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/demo/demotest"
	"visavis/internal/web/ratelimit"
)

// An attempt is one operation with one wrong value.
type attempt struct {
	root, operation, place string
	arguments              map[string]string // JSON by argument
	wrongValue
}

func (a attempt) String() string {
	return fmt.Sprintf("%s.%s %s %v", a.root, a.operation, a.place, a.arguments)
}

// TestNoInputIsOurFault sends every kind of wrong value in place of every argument and every input field of the schema. Each is
// refused with a code, the caller's fault, and changes nothing.
func TestNoInputIsOurFault(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	attempts := append(attemptsAt(t, schema, schema.Query), attemptsAt(t, schema, schema.Mutation)...)
	demotest.EachURL(t, func(t *testing.T, url string) {
		t.Parallel()
		w := newWrongInput(t, url, schema)
		isFirst := strings.HasPrefix(url, "sqlite")
		for _, ofOperation := range attempts {
			var late []attempt
			for _, one := range ofOperation {
				switch {
				case !one.may && !isFirst: // what never reaches the database is the same on both
				case one.early:
					w.refuseEarly(t, one)
				default:
					late = append(late, one)
				}
			}
			for batch := range slices.Chunk(late, 16) {
				w.send(t, batch)
			}
		}
		if w.log.Len() > 0 {
			t.Errorf("the log says\n%.5000s", w.log.String())
		}
	})
}

// attemptsAt returns, for each operation of a root type and each place of an input, all wrong values.
func attemptsAt(t *testing.T, schema *ast.Schema, root *ast.Definition) [][]attempt {
	t.Helper()
	var all [][]attempt
	for _, field := range root.Fields {
		if strings.HasPrefix(field.Name, "__") {
			continue
		}
		var attempts []attempt
		right := rightArguments(t, schema, field)
		for _, argument := range field.Arguments {
			eachPlace(schema, argument.Name, argument.Type, right[argument.Name], func(place, argumentJSON string, wrong wrongValue) {
				arguments := map[string]string{}
				for name, value := range right {
					arguments[name] = value
				}
				arguments[argument.Name] = argumentJSON
				attempts = append(attempts, attempt{strings.ToLower(root.Name), field.Name, place, arguments, wrong})
			})
		}
		all = append(all, attempts)
	}
	return all
}

// rightArguments returns arguments that the operation takes, by name: those of the demo salon if the other tests have some.
func rightArguments(t *testing.T, schema *ast.Schema, field *ast.FieldDefinition) map[string]string {
	t.Helper()
	arguments := map[string]string{}
	for _, argument := range field.Arguments {
		if argument.Type.NonNull && argument.DefaultValue == nil {
			arguments[argument.Name] = rightValue(schema, argument.Type)
		}
	}
	body := inBranch[field.Name]
	for word, id := range map[string]string{"brn": "brn_demo-mitte", "stf": "stf_demo-ben"} {
		body = strings.ReplaceAll(body, "{"+word+"}", id)
	}
	if body == "" {
		return arguments
	}
	document, err := parser.ParseQuery(&ast.Source{Input: "{" + field.Name + body + "}"})
	if err != nil {
		t.Fatal(err)
	}
	for _, argument := range document.Operations[0].SelectionSet[0].(*ast.Field).Arguments {
		value, err := argument.Value.Value(nil)
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		arguments[argument.Name] = string(text)
	}
	return arguments
}

// eachPlace calls try with each wrong value at the place and at those in it. right is JSON that the place takes; empty: none.
func eachPlace(schema *ast.Schema, place string, of *ast.Type, right string, try func(place, json string, wrong wrongValue)) {
	for _, value := range wrongValues(schema, of) {
		try(place, value.json, value)
	}
	definition := schema.Types[of.Name()]
	if definition.Kind != ast.InputObject {
		return
	}
	if right == "" || right == "[]" || right == "null" {
		if right = rightValue(schema, &ast.Type{NamedType: of.Name()}); of.Elem != nil {
			right = "[" + right + "]"
		}
	}
	opening, closing := "", ""
	if of.Elem != nil { // the first element
		var elements []json.RawMessage
		if json.Unmarshal([]byte(right), &elements) != nil || len(elements) == 0 {
			return
		}
		right, opening, closing = string(elements[0]), "[", "]"
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal([]byte(right), &fields); err != nil {
		panic(err) // the value is of the type
	}
	for _, field := range definition.Fields {
		eachPlace(schema, place+"."+field.Name, field.Type, string(fields[field.Name]), func(place, value string, wrong wrongValue) {
			var others strings.Builder
			for name, other := range fields {
				if name != field.Name {
					fmt.Fprintf(&others, ",%q:%s", name, other)
				}
			}
			try(place, fmt.Sprintf("%s{%q:%s%s}%s", opening, field.Name, value, others.String(), closing), wrong)
		})
	}
}

// wrongInput is the API as an owner sees it, with the log of what is our fault.
type wrongInput struct {
	*reach
	api    http.Handler
	schema *ast.Schema
	log    bytes.Buffer
}

func newWrongInput(t *testing.T, url string, schema *ast.Schema) *wrongInput {
	t.Helper()
	w := &wrongInput{reach: newReach(t, url, actor.Owner), schema: schema}
	w.reach.api.Close()
	var now civil.Instant
	w.options.Limits = ratelimit.New(func() civil.Instant { // so that no limit answers in place of a resolver
		now = now.Add(time.Hour)
		return now
	})
	w.options.Logger = slog.New(slog.NewTextHandler(&w.log, &slog.HandlerOptions{Level: slog.LevelError}))
	w.api = graph.NewHandler(w.options)
	w.reach.api = httptest.NewServer(w.api)
	t.Cleanup(w.reach.api.Close)
	return w
}

// refuseEarly sends an attempt that validation must refuse.
func (w *wrongInput) refuseEarly(t *testing.T, one attempt) {
	t.Helper()
	answer := w.answerTo(t, []attempt{one})
	if answer.Data != nil || len(answer.Errors) != 1 || answer.Errors[0].Extensions["code"] != "GRAPHQL_VALIDATION_FAILED" {
		t.Errorf("%v\nanswers %s %+v", one, answer.Data, answer.Errors)
	}
}

// send sends attempts of one operation and expects an answer to each, and no change if all are refused.
func (w *wrongInput) send(t *testing.T, attempts []attempt) {
	t.Helper()
	before := w.state(t)
	accepted := w.accepts(t, attempts)
	if after := w.state(t); !accepted && after != before {
		t.Errorf("%v\nare refused, and change %s to %s", attempts, before, after)
	}
}

// accepts sends attempts at once, and each alone that is not answered because of another. It reports whether one may have been
// accepted.
func (w *wrongInput) accepts(t *testing.T, attempts []attempt) (accepted bool) {
	t.Helper()
	answer := w.answerTo(t, attempts)
	settled := map[int]bool{}
	for _, wrong := range answer.Errors {
		at, found := wrong.attempt()
		if !found || at >= len(attempts) {
			t.Fatalf("%v\nanswers %+v", attempts, wrong)
		}
		settled[at] = true
		if code := wrong.Extensions["code"]; code == nil || code == "INTERNAL" {
			t.Errorf("%v\nanswers %+v", attempts[at], wrong)
		}
	}
	for i, one := range attempts {
		switch {
		case settled[i]:
		case answer.Data != nil || len(settled) == 0:
			accepted = !refused(t, one, answer.Data[alias(i)]) || accepted
		default: // its answer may be another than it was
			accepted = w.accepts(t, attempts[i:i+1]) || accepted || one.may
		}
	}
	return accepted
}

// refused reports whether the payload refuses an attempt that has no error.
func refused(t *testing.T, one attempt, payload json.RawMessage) bool {
	t.Helper()
	var data struct {
		UserErrors []struct {
			Code    string
			Field   []string
			Message string
		}
	}
	if one.root != "mutation" || json.Unmarshal(payload, &data) != nil {
		return false // a query finds nothing
	}
	for _, wrong := range data.UserErrors {
		if wrong.Code == "" || len(wrong.Field) == 0 || wrong.Message == "" {
			t.Errorf("%v\nis refused by %+v", one, wrong)
		}
	}
	if len(data.UserErrors) == 0 && !one.may {
		t.Errorf("%v\nis accepted", one)
	}
	return len(data.UserErrors) > 0
}

func alias(i int) string { return fmt.Sprintf("a%d", i) }

// apiError is an error of an answer.
type apiError struct {
	Message    string
	Path       []any
	Extensions map[string]any
}

// attempt returns the index of the attempt that the error is about: of its variable, before execution, or of its field.
func (e apiError) attempt() (i int, found bool) {
	for _, element := range e.Path {
		if name, isName := element.(string); isName && name != "variable" {
			_, err := fmt.Sscanf(name, "a%d", &i)
			return i, err == nil
		}
	}
	return 0, false
}

type apiAnswer struct {
	Data   map[string]json.RawMessage
	Errors []apiError
}

func (w *wrongInput) answerTo(t *testing.T, attempts []attempt) apiAnswer {
	t.Helper()
	operation := map[string]*ast.Definition{"query": w.schema.Query, "mutation": w.schema.Mutation}[attempts[0].root].Fields.ForName(attempts[0].operation)
	selection := "{__typename}"
	switch {
	case attempts[0].root == "mutation":
		selection = "{userErrors{code field message}}"
	case !w.schema.Types[operation.Type.Name()].IsCompositeType():
		selection = ""
	}
	var declared, fields []string
	variables := map[string]json.RawMessage{}
	for i, one := range attempts {
		var given []string
		for _, argument := range operation.Arguments {
			if value, isGiven := one.arguments[argument.Name]; isGiven {
				name := alias(i) + argument.Name
				declared = append(declared, "$"+name+":"+argument.Type.String())
				given = append(given, argument.Name+":$"+name)
				variables[name] = json.RawMessage(value)
			}
		}
		fields = append(fields, fmt.Sprintf("%s:%s(%s)%s", alias(i), one.operation, strings.Join(given, ","), selection))
	}
	body, err := json.Marshal(map[string]any{
		"query": attempts[0].root + "(" + strings.Join(declared, ",") + "){" + strings.Join(fields, " ") + "}", "variables": variables,
	})
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Cookie", w.cookie)
	recorder := httptest.NewRecorder()
	w.api.ServeHTTP(recorder, request)
	var answer apiAnswer
	if err := json.Unmarshal(recorder.Body.Bytes(), &answer); err != nil {
		t.Fatalf("%v\nanswers %d %s", attempts, recorder.Code, recorder.Body)
	}
	return answer
}

// state returns what changes with everything that is set up and booked.
func (w *wrongInput) state(t *testing.T) string {
	t.Helper()
	tables := []string{"(SELECT sum(change_sequence) FROM branches)"}
	for _, table := range strings.Fields("branches staff persons services service_categories absences customers appointments accounts sessions devices api_tokens passkeys access_links") {
		tables = append(tables, "(SELECT count(*) FROM "+table+")")
	}
	rows, err := w.database.Client().QueryContext(t.Context(), "SELECT "+strings.Join(tables, " || ' ' || "))
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var state string
	if !rows.Next() || rows.Scan(&state) != nil {
		t.Fatal(rows.Err())
	}
	return state
}
