package telemetry

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
)

// Span is a span of a trace. It is exported when it ends. A nil span does nothing.
type Span struct{ span trace.Span }

// begin starts a child span of ctx. After the request's span has ended, as on sockets and for events, it starts a new
// trace with a link to the request: a trace that lasts for days is unreadable.
func (t *Traces) begin(ctx context.Context, name string, options ...trace.SpanStartOption) (context.Context, *Span) {
	if t == nil {
		return ctx, nil
	}
	if request, is := ctx.Value(requestKey{}).(*Request); is && request.answered.Load() {
		if asked := request.span.SpanContext(); asked.SpanID() == trace.SpanContextFromContext(ctx).SpanID() {
			options = append(options, trace.WithNewRoot(), trace.WithLinks(trace.Link{SpanContext: asked}))
		}
	}
	ctx, span := t.tracer.Start(ctx, name, options...)
	return ctx, &Span{span}
}

// OK is the outcome of successful spans.
const OK = "ok"

// end ends the span with a code as its outcome: error messages may quote user input.
func (s *Span) end(name, outcome string, failed bool, attributes ...attribute.KeyValue) {
	s.span.SetName(name)
	s.span.SetAttributes(append(attributes, attribute.String("visavis.outcome", outcome))...)
	if failed {
		s.span.SetAttributes(attribute.String("error.type", outcome))
		s.span.SetStatus(codes.Error, "")
	}
	s.span.End()
}

// Operation starts the span of a query or mutation.
func (t *Traces) Operation(ctx context.Context) (context.Context, *Span) {
	return t.begin(ctx, "operation")
}

// EndOperation ends the span with the kind and first field of the operation, which is one of the schema.
func (s *Span) EndOperation(kind, field, outcome string) {
	if s != nil {
		s.end(kind+" "+field, outcome, outcome != OK, attribute.String("graphql.operation.type", kind), attribute.String("visavis.field", field))
	}
}

// Event records a subscription event that began at the time.
func (t *Traces) Event(ctx context.Context, began time.Time, field, outcome string) {
	_, s := t.begin(ctx, "event", trace.WithTimestamp(began))
	s.EndOperation("subscription", field, outcome)
}

// Transaction starts the span of a database transaction.
func (t *Traces) Transaction(ctx context.Context) (context.Context, *Span) {
	return t.begin(ctx, "database", trace.WithSpanKind(trace.SpanKindClient))
}

// EndTransaction ends the span of a transaction with its number of attempts. A rollback is not a failure.
func (s *Span) EndTransaction(system, kind string, attempts int, outcome string, failed bool) {
	if s != nil {
		s.end("database "+kind, outcome, failed, attribute.String("db.system.name", system), attribute.Int("visavis.attempts", attempts))
	}
}

// Delivery starts the span of a mail delivery.
func (t *Traces) Delivery(ctx context.Context) (context.Context, *Span) {
	return t.begin(ctx, "mail", trace.WithSpanKind(trace.SpanKindClient))
}

// EndDelivery ends the span with the kind of the mail and the outcome.
func (s *Span) EndDelivery(kind, outcome string, failed bool) {
	if s != nil {
		s.end("mail "+kind, outcome, failed, attribute.String("visavis.mail", kind))
	}
}
