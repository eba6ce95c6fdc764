package transport

import (
	"context"
	"errors"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// prepare parses and validates an operation. If it cannot be executed, prepare returns
// the response for the client instead.
func prepare(ctx context.Context, executor graphql.GraphExecutor, parameters *graphql.RawParams) (*graphql.OperationContext, *graphql.Response) {
	operation, faults := executor.CreateOperationContext(ctx, parameters)
	if len(faults) > 0 {
		return nil, executor.DispatchError(graphql.WithOperationContext(ctx, operation), faults)
	}
	return operation, nil
}

// stream executes an operation and delivers its responses until there are no more or
// deliver returns false. If an error or a panic ends the operation early, stream
// returns the response that reports it, undelivered.
//
// The executor may reuse the memory of a response for the next one.
func stream(ctx context.Context, executor graphql.GraphExecutor, operation *graphql.OperationContext, deliver func(*graphql.Response) bool) (failure *graphql.Response) {
	ctx, added := collectAdditions(ctx)
	defer func() {
		if value := recover(); value != nil {
			failure = presentPanic(ctx, executor, value)
		}
	}()
	responses, ctx := executor.DispatchOperation(ctx, operation)
	for response := responses(ctx); response != nil; response = responses(ctx) {
		if isRequestError(response) {
			return response
		}
		if !deliver(response) {
			return nil
		}
		if operation.Operation.Operation != ast.Subscription {
			break
		}
	}
	return added.response()
}

// presentPanic returns the response to a panic, from the server's own hooks, which log
// it and choose what to disclose. The hooks may panic, too.
func presentPanic(ctx context.Context, executor graphql.GraphExecutor, value any) (response *graphql.Response) {
	response = internalError()
	defer func() { _ = recover() }()
	if server, ok := executor.(interface {
		PresentRecoveredError(ctx context.Context, value any) error
	}); ok {
		presented, ok := errors.AsType[*gqlerror.Error](server.PresentRecoveredError(ctx, value))
		if ok && presented != nil {
			response = &graphql.Response{Errors: gqlerror.List{presented}}
		}
	}
	return response
}
