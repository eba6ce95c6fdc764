package graph

import (
	"context"
	"fmt"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"visavis/internal/telemetry"
)

// instrument counts and traces operations by their first field. Clients choose the operation names, so those would be unbounded labels.
func instrument(metrics *telemetry.Metrics, traces *telemetry.Traces) graphql.OperationMiddleware {
	return func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		if is(ctx, ast.Subscription) {
			return instrumentEvents(ctx, metrics, traces, next)
		}
		ctx, span := traces.Operation(ctx)
		responses := next(ctx)
		return func(ctx context.Context) *graphql.Response {
			began := time.Now()
			response := responses(ctx)
			if field := firstField(ctx, response); field != "" {
				kind, outcome := string(graphql.GetOperationContext(ctx).Operation.Operation), outcomeOf(response)
				metrics.Operation(kind, field, outcome != telemetry.OK, time.Since(began))
				span.EndOperation(kind, field, outcome)
			}
			return response
		}
	}
}

// instrumentEvents counts and traces each event separately, because a subscription may last for days.
func instrumentEvents(ctx context.Context, metrics *telemetry.Metrics, traces *telemetry.Traces, next graphql.OperationHandler) graphql.ResponseHandler {
	if traces != nil {
		ctx = withReceiveTimes(ctx)
	}
	operation := ctx
	responses := next(ctx)
	return func(ctx context.Context) *graphql.Response {
		response := responses(ctx)
		if field := firstField(ctx, response); field != "" {
			outcome := outcomeOf(response)
			metrics.Event(field, outcome != telemetry.OK)
			traces.Event(operation, receivedAt(operation), field, outcome)
		}
		return response
	}
}

// firstField returns the name of the first field; empty if a subscription has ended, the document was rejected, or all fields are skipped.
func firstField(ctx context.Context, response *graphql.Response) string {
	operation := graphql.GetOperationContext(ctx)
	if response == nil || operation.Operation == nil {
		return ""
	}
	if fields := rootFields(operation); len(fields) > 0 {
		return fields[0].Name
	}
	return ""
}

// rootFields returns the fields that an operation executes. It asks as the executor does, so that both share the result.
func rootFields(operation *graphql.OperationContext) []graphql.CollectedField {
	return graphql.CollectFields(operation, operation.Operation.SelectionSet, rootTypes[operation.Operation.Operation])
}

var rootTypes = map[ast.Operation][]string{ast.Query: {"Query"}, ast.Mutation: {"Mutation"}, ast.Subscription: {"Subscription"}}

// outcomeOf returns the code of the first error, or telemetry.OK.
func outcomeOf(response *graphql.Response) string {
	if len(response.Errors) == 0 {
		return telemetry.OK
	}
	if code := response.Errors[0].Extensions["code"]; code != nil {
		return fmt.Sprint(code)
	}
	return "error"
}
