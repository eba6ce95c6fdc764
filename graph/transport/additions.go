package transport

import (
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// AddError ends a subscription with an error, over any transport. The goroutine that
// produces the events calls it before closing its channel. The client gets the error
// unchanged: it bypasses the error presenter.
//
// AddError does nothing if the context does not belong to an operation of this
// package, or if err is nil.
func AddError(ctx context.Context, err *gqlerror.Error) {
	if added, ok := ctx.Value(additionsKey{}).(*additions); ok && err != nil {
		added.mutex.Lock()
		defer added.mutex.Unlock()
		added.errors = append(added.errors, err)
	}
}

// Reuse returns a response with data of an earlier one. Over HTTP it is sent in the
// compressed form that the data keeps.
func Reuse(ctx context.Context, data *ReusableData) *graphql.Response {
	if added, ok := ctx.Value(additionsKey{}).(*additions); ok {
		added.mutex.Lock()
		defer added.mutex.Unlock()
		added.reused = data
	}
	return &graphql.Response{Data: data.json}
}

type additionsKey struct{}

// additions holds what an operation adds to the responses that the executor returns.
// Safe for concurrent use.
type additions struct {
	mutex  sync.Mutex
	errors gqlerror.List
	reused *ReusableData // nil: the response is new
}

func collectAdditions(ctx context.Context) (context.Context, *additions) {
	added := &additions{}
	return context.WithValue(ctx, additionsKey{}, added), added
}

func (a *additions) list() (gqlerror.List, *ReusableData) {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	return a.errors, a.reused
}

// response returns the final response of an operation with the errors; nil if none.
func (a *additions) response() *graphql.Response {
	if errors, _ := a.list(); len(errors) > 0 {
		return &graphql.Response{Errors: errors}
	}
	return nil
}
