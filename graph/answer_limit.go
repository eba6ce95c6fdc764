package graph

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// One response may hold 400,000 fields, or fewer with lists and long strings. The
// costs are roughly proportional to the memory used while the response is built.
const (
	answerLimit = 400_000 * costOfField

	costOfField  = 4
	costOfObject = 12 // in a list; gqlgen resolves each in its own goroutine
	costOfScalar = 1  // in a list
	bytesForOne  = 64 // of a string cost 1
)

const (
	answerErrorLimit = 100
	queryDeadline    = 10 * time.Second
)

// An answer is one response while it is built. It tracks its cost and whether to keep resolving it, and has the loaders that
// batch its reads.
type answer struct {
	loaders func() *loaders // creates them when they are first needed: a subscription waits here for its next event

	done      <-chan struct{} // closed once nobody waits for the response
	left      atomic.Int64
	tooLarge  atomic.Bool
	truncated atomic.Bool // fields are missing
	errors    atomic.Int64
}

type answerKey struct{}

// answerOf returns the answer of the response being built; nil outside of one.
func answerOf(ctx context.Context) *answer {
	a, _ := ctx.Value(answerKey{}).(*answer)
	return a
}

// errTruncated is returned for each field that a truncated response lacks. The
// presenter drops it: the caller gets one error for the whole response.
var errTruncated = errors.New("the response is truncated")

// buildAnswer puts a new answer into the context of every response, including each event
// of a subscription. It limits its cost, and the duration of queries. Mutations have no deadline, so that
// their result is reported, and subscriptions may wait for events indefinitely.
func buildAnswer(limit int64, newLoaders func() *loaders) graphql.ResponseMiddleware {
	return func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		limited := ctx
		if is(ctx, ast.Query) {
			var cancel context.CancelFunc
			limited, cancel = context.WithTimeout(ctx, queryDeadline)
			defer cancel()
		}
		a := &answer{done: limited.Done(), loaders: sync.OnceValue(newLoaders)}
		a.left.Store(limit)
		response := next(context.WithValue(limited, answerKey{}, a))
		switch {
		case !a.truncated.Load():
			return response
		case a.tooLarge.Load():
			return failedResponse(ctx, answerTooLarge)
		case ctx.Err() == nil:
			return failedResponse(ctx, timeout)
		default:
			return nil // the client has disconnected
		}
	}
}

func is(ctx context.Context, kind ast.Operation) bool {
	operation := graphql.GetOperationContext(ctx).Operation // nil if the document was rejected
	return operation != nil && operation.Operation == kind
}

// failedResponse returns a response with an error for the whole operation. Its data is null rather than absent, because its execution had
// begun.
func failedResponse(ctx context.Context, code string) *graphql.Response {
	err := codedError(ctx, code)
	if is(ctx, ast.Mutation) {
		err.Message += " " + catalog.In(localeOf(ctx)).mutationExecuted
	}
	return &graphql.Response{Data: json.RawMessage("null"), Errors: gqlerror.List{err}}
}

// limitField resolves a field if the response has room for it. The elements of a list
// are counted before gqlgen starts a goroutine for each.
func limitField(ctx context.Context, next graphql.Resolver) (any, error) {
	a := answerOf(ctx)
	if a == nil {
		return next(ctx) // the source of a subscription, not yet a response
	}
	field := graphql.GetFieldContext(ctx)
	if !a.spend(costOfField) && (a.isDone() || field.Object != "Mutation") {
		return nil, errTruncated // every mutation runs, even if the response has no room for its result
	}
	value, err := next(ctx)
	if err == nil && !a.spend(costOf(value, field)) {
		return nil, errTruncated
	}
	return value, err
}

// costOf returns the cost of a value, excluding that of its field.
func costOf(value any, field *graphql.FieldContext) int64 {
	switch value := value.(type) {
	case nil:
		return 0
	case string:
		return costOfText(value)
	case *string:
		if value == nil {
			return 0
		}
		return costOfText(*value)
	}
	list := reflect.ValueOf(value)
	switch {
	case list.Kind() != reflect.Slice:
		return 0
	case len(field.Field.SelectionSet) > 0:
		return costOfObject * int64(list.Len())
	default:
		return costOfScalar * int64(list.Len())
	}
}

func costOfText(text string) int64 { return int64(len(text) / bytesForOne) }

// spend adds a cost and reports whether to keep resolving the response.
func (a *answer) spend(cost int64) bool {
	if a.left.Add(-cost) < 0 {
		a.tooLarge.Store(true)
		a.truncated.Store(true)
	}
	return !a.isDone() && !a.tooLarge.Load()
}

func (a *answer) isDone() bool {
	select {
	case <-a.done:
		a.truncated.Store(true)
		return true
	default:
		return false
	}
}

// allowsError reports whether the response has room for another error: not after it
// was truncated, and at most answerErrorLimit. An error costs as much as a field,
// because a field with invalid arguments is never resolved.
func (a *answer) allowsError() bool {
	return a == nil || a.spend(costOfField) && a.errors.Add(1) <= answerErrorLimit
}
