package transport_test

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"visavis/graph/transport"
)

const schemaSource = `
type Query {
	"the greeting"
	hello: String!
	echo(text: String!): String!
	header(name: String!): String!
	caller: String!
	failing: String
	panicking: String
	large: String!
	adding: String!
	"waits for its context"
	waiting: String
}
type Mutation {
	increase(by: Int!): Int!
}
type Subscription {
	"counts and completes"
	counting(to: Int!): Int!
	"emits nothing and never ends"
	silent: Int!
	"emits without end"
	endless: String!
	"panics in the executor"
	panicking: Int!
	"panics in its producer, which recovers"
	collapsing: Int!
	"counts to one, then ends with an error"
	failing: Int!
	"cannot be subscribed to"
	refused: Int!
}`

// testSchema is a hand-written executable schema with one field per behavior.
type testSchema struct {
	schema *ast.Schema
	// started and ended receive the name of each subscription and waiting query when
	// it starts and ends.
	started chan string
	ended   chan string
}

func newTestSchema() *testSchema {
	return &testSchema{
		schema:  gqlparser.MustLoadSchema(&ast.Source{Name: "test.graphqls", Input: schemaSource}),
		started: make(chan string, 1000),
		ended:   make(chan string, 1000),
	}
}

type callerKey struct{}

func (s *testSchema) Schema() *ast.Schema { return s.schema }

func (s *testSchema) Complexity(context.Context, string, string, int, map[string]any) (int, bool) {
	return 0, false
}

func (s *testSchema) Exec(ctx context.Context) graphql.ResponseHandler {
	operation := graphql.GetOperationContext(ctx)
	field := operation.Operation.SelectionSet[0].(*ast.Field)
	arguments := field.ArgumentMap(operation.Variables)
	if operation.Operation.Operation == ast.Subscription {
		return s.subscribe(ctx, field, arguments)
	}
	return graphql.OneShot(s.answer(ctx, operation, field, arguments))
}

func (s *testSchema) answer(ctx context.Context, operation *graphql.OperationContext, field *ast.Field, arguments map[string]any) *graphql.Response {
	switch field.Name {
	case "hello":
		return data(field, "hello")
	case "echo":
		return data(field, arguments["text"])
	case "header":
		return data(field, operation.Headers.Get(arguments["name"].(string)))
	case "caller":
		return data(field, ctx.Value(callerKey{}))
	case "increase":
		return data(field, arguments["by"])
	case "adding":
		transport.AddError(ctx, gqlerror.Errorf("added"))
		return data(field, "x")
	case "large":
		return data(field, strings.Repeat("x", 1<<20))
	case "failing":
		response := data(field, nil)
		response.Errors = gqlerror.List{gqlerror.Errorf("failing failed")}
		return response
	case "panicking":
		panic("a secret")
	case "waiting":
		s.started <- field.Name
		<-ctx.Done()
		s.ended <- field.Name
		return data(field, nil)
	}
	return data(field, operation.Operation.Name)
}

func (s *testSchema) subscribe(ctx context.Context, field *ast.Field, arguments map[string]any) graphql.ResponseHandler {
	if field.Name == "refused" {
		return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{gqlerror.Errorf("refused refuses")}})
	}
	s.started <- field.Name
	events := make(chan any)
	go func() {
		defer func() { s.ended <- field.Name }()
		defer close(events)
		defer func() {
			if recover() != nil {
				transport.AddError(ctx, gqlerror.Errorf("collapsing collapsed"))
			}
		}()
		produceEvents(ctx, field.Name, arguments, events)
	}()
	return func(ctx context.Context) *graphql.Response {
		if field.Name == "panicking" {
			panic("a secret")
		}
		select {
		case event, ok := <-events:
			if !ok {
				return nil
			}
			return data(field, event)
		case <-ctx.Done():
			return nil
		}
	}
}

func produceEvents(ctx context.Context, name string, arguments map[string]any, events chan<- any) {
	emit := func(event any) bool {
		select {
		case events <- event:
			return true
		case <-ctx.Done():
			return false
		}
	}
	switch name {
	case "counting":
		last, _ := strconv.Atoi(jsonNumber(arguments["to"]))
		for number := 1; number <= last; number++ {
			if !emit(number) {
				return
			}
		}
	case "silent", "panicking":
		<-ctx.Done()
	case "endless":
		for text := strings.Repeat("x", 16<<10); emit(text); {
		}
	case "collapsing":
		panic("a secret")
	case "failing":
		emit(1)
		transport.AddError(ctx, nil)
		transport.AddError(ctx, &gqlerror.Error{Message: "failing failed", Extensions: map[string]any{"code": "GONE"}})
	}
}

func jsonNumber(value any) string {
	text, _ := json.Marshal(value)
	return string(text)
}

func data(field *ast.Field, value any) *graphql.Response {
	text, err := json.Marshal(map[string]any{field.Alias: value})
	if err != nil {
		panic(err)
	}
	return &graphql.Response{Data: text}
}
