package graph

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"visavis/internal/telemetry"
)

// measured counts operations by their first field: names of operations are the client's own, and without end.
func measured(metrics *telemetry.Metrics) graphql.ResponseMiddleware {
	return func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		began := time.Now()
		response := next(ctx)
		if response == nil || !graphql.HasOperationContext(ctx) || graphql.GetOperationContext(ctx).Operation == nil {
			return response // a subscription has ended, or a document was refused before it was anything
		}
		operation := graphql.GetOperationContext(ctx)
		fields := graphql.CollectFields(operation, operation.Operation.SelectionSet, nil)
		if len(fields) == 0 { // all of them are skipped
			return response
		}
		failed := len(response.Errors) > 0
		if operation.Operation.Operation == ast.Subscription {
			metrics.Event(fields[0].Name, failed)
		} else {
			metrics.Operation(string(operation.Operation.Operation), fields[0].Name, failed, time.Since(began))
		}
		return response
	}
}
