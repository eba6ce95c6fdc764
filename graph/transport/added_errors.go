package transport

import (
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// AddError ends a subscription with an error, whatever transport it came by.
// The goroutine that produces the events calls it before it closes its channel.
// The client gets the error as it is: no error presenter sees it.
//
// A context that belongs to no operation of this package is no mistake; the
// error is dropped.
func AddError(ctx context.Context, err *gqlerror.Error) {
	if collected, ok := ctx.Value(addedErrorsKey{}).(*addedErrors); ok && err != nil {
		collected.add(err)
	}
}

type addedErrorsKey struct{}

// failures are the errors that were added to one operation.
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

// response gives the errors as the last word of an operation, or nil.
func (f *addedErrors) response() *graphql.Response {
	if errors := f.list(); len(errors) > 0 {
		return &graphql.Response{Errors: errors}
	}
	return nil
}
