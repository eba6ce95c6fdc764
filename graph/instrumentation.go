package graph

import (
	"context"
	"fmt"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"visavis/internal/telemetry"
)

// measured counts and traces operations by their first field: names of operations are the client's own, and without end.
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

// measuredEvents takes each event by itself: a subscription may go on for days.
func instrumentEvents(ctx context.Context, metrics *telemetry.Metrics, traces *telemetry.Traces, next graphql.OperationHandler) graphql.ResponseHandler {
	if traces != nil {
		ctx = withReceiveTimes(ctx)
	}
	responses := next(ctx)
	return func(ctx context.Context) *graphql.Response {
		response := responses(ctx)
		if field := firstField(ctx, response); field != "" {
			outcome := outcomeOf(response)
			metrics.Event(field, outcome != telemetry.OK)
			traces.Event(ctx, receivedAt(ctx), field, outcome)
		}
		return response
	}
}

// firstField is empty when a subscription has ended, a document was refused before it was anything, or all fields are skipped.
func firstField(ctx context.Context, response *graphql.Response) string {
	operation := graphql.GetOperationContext(ctx)
	if response == nil || operation.Operation == nil {
		return ""
	}
	fields := graphql.CollectFields(operation, operation.Operation.SelectionSet, nil)
	if len(fields) == 0 {
		return ""
	}
	return fields[0].Name
}

// outcomeOf gives the code of the first error.
func outcomeOf(response *graphql.Response) string {
	if len(response.Errors) == 0 {
		return telemetry.OK
	}
	if code := response.Errors[0].Extensions["code"]; code != nil {
		return fmt.Sprint(code)
	}
	return "error"
}
