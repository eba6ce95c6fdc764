package graph

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"visavis/internal/telemetry"
)

// measured counts operations by their first field: names of operations are the client's own, and without end.
func measured(metrics *telemetry.Metrics) graphql.OperationMiddleware {
	return func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		responses := next(ctx)
		return func(ctx context.Context) *graphql.Response {
			began := time.Now()
			response := responses(ctx)
			count(metrics, graphql.GetOperationContext(ctx), response, time.Since(began))
			return response
		}
	}
}

func count(metrics *telemetry.Metrics, operation *graphql.OperationContext, response *graphql.Response, took time.Duration) {
	if response == nil || operation.Operation == nil {
		return // a subscription has ended, or a document was refused before it was anything
	}
	fields := graphql.CollectFields(operation, operation.Operation.SelectionSet, nil)
	if len(fields) == 0 { // all of them are skipped
		return
	}
	failed := len(response.Errors) > 0
	if operation.Operation.Operation == ast.Subscription {
		metrics.Event(fields[0].Name, failed)
	} else {
		metrics.Operation(string(operation.Operation.Operation), fields[0].Name, failed, took)
	}
}
