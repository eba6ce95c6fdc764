package graph

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"visavis/internal/locale"
)

// What one answer may hold: 400,000 fields, or fewer with lists and long texts.
// The costs are about in proportion to the memory that things take while the
// answer is made.
const (
	answerLimit = 400_000 * costOfField

	costOfField  = 4
	costOfObject = 12 // in a list, each made by a goroutine of its own
	costOfScalar = 1  // in a list
	bytesForOne  = 64 // of a text cost 1
)

const (
	answerErrorLimit = 100
	queryDeadline    = 10 * time.Second
)

// An answer counts what one response is made of and knows whether to go on.
type answer struct {
	done      <-chan struct{} // when nobody waits for it any more
	left      atomic.Int64
	tooLarge  atomic.Bool
	truncated atomic.Bool // something is missing
	errors    atomic.Int64
}

type answerKey struct{}

// answerOf is nil outside of a response.
func answerOf(ctx context.Context) *answer {
	a, _ := ctx.Value(answerKey{}).(*answer)
	return a
}

// errCut stands for all that an answer lacks. The presenter keeps it back: the
// caller gets one error in the end.
var errTruncated = errors.New("the answer is cut short")

// withAnswer limits what every response, also each of a subscription, may hold,
// and the time of queries. What a mutation wrote is answered, and a
// subscription waits as long as nothing happens.
func limitAnswer(limit int64) graphql.ResponseMiddleware {
	return func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		limited := ctx
		if is(ctx, ast.Query) {
			var cancel context.CancelFunc
			limited, cancel = context.WithTimeout(ctx, queryDeadline)
			defer cancel()
		}
		a := &answer{done: limited.Done()}
		a.left.Store(limit)
		response := next(context.WithValue(limited, answerKey{}, a))
		switch {
		case !a.truncated.Load():
			return response
		case a.tooLarge.Load():
			return truncatedResponse(ctx, answerTooLarge)
		case ctx.Err() == nil:
			return truncatedResponse(ctx, timeout)
		default:
			return nil // the client has gone
		}
	}
}

func is(ctx context.Context, kind ast.Operation) bool {
	operation := graphql.GetOperationContext(ctx).Operation // nil when the document was refused
	return operation != nil && operation.Operation == kind
}

// refused is given for an answer that is cut short. Its data is null and not
// absent, as the operation was executed.
func truncatedResponse(ctx context.Context, code string) *graphql.Response {
	err := codedError(ctx, code)
	if is(ctx, ast.Mutation) {
		err.Message += " " + mutationExecuted.In(localeOf(ctx))
	}
	return &graphql.Response{Data: json.RawMessage("null"), Errors: gqlerror.List{err}}
}

var mutationExecuted = locale.Text{
	German:  "Die Mutation wurde trotzdem ausgeführt. Sieh nach, bevor du sie wiederholst.",
	English: "The mutation was carried out anyway. Check the result before you repeat it.",
}

// withinAnswer resolves a field if the answer has room for it. Lists are counted
// before their elements are made, which happens in as many goroutines.
func limitField(ctx context.Context, next graphql.Resolver) (any, error) {
	a := answerOf(ctx)
	if a == nil {
		return next(ctx) // the source of a subscription, not yet an answer
	}
	field := graphql.GetFieldContext(ctx)
	if !a.spend(costOfField) && (a.isDone() || field.Object != "Mutation") {
		return nil, errTruncated // mutations are all carried out, even if the answer cannot tell
	}
	value, err := next(ctx)
	if err == nil && !a.spend(costOf(value, field)) {
		return nil, errTruncated
	}
	return value, err
}

// costOf is what a value costs besides its field.
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

// spend tells whether the answer goes on after this.
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

// reports tells whether an error is worth the reader's while: not those that
// come of the end, nor the hundredth. It costs as much as a field, as a field
// whose arguments make no sense is never resolved.
func (a *answer) allowsError() bool {
	return a == nil || a.spend(costOfField) && a.errors.Add(1) <= answerErrorLimit
}
