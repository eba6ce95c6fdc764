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
	if collected, ok := ctx.Value(addedErrorsKey{}).(*addedErrors); ok && err != nil {
		collected.add(err)
	}
}

type addedErrorsKey struct{}

// addedErrors holds the errors added to one operation. Safe for concurrent use.
type addedErrors struct {
	mutex  sync.Mutex
	errors gqlerror.List
}

func collectAddedErrors(ctx context.Context) (context.Context, *addedErrors) {
	collected := &addedErrors{}
	return context.WithValue(ctx, addedErrorsKey{}, collected), collected
}

func (f *addedErrors) add(err *gqlerror.Error) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.errors = append(f.errors, err)
}

func (f *addedErrors) list() gqlerror.List {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	return f.errors
}

// response returns the final response of an operation with the errors; nil if none.
func (f *addedErrors) response() *graphql.Response {
	if errors := f.list(); len(errors) > 0 {
		return &graphql.Response{Errors: errors}
	}
	return nil
}
