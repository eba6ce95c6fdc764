package telemetry

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
)

// Span is something that takes a while. One that never ends is not told; a nil one neither.
type Span struct{ span trace.Span }

// begin begins a span within that of ctx. After the answer to a request there is none to be within: what is done on a socket, or
// for an event, has a trace of its own, linked to the request. Nobody could read one that goes on for days.
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

// OK is the outcome of what went well.
const OK = "ok"

// end returns how it ended, by a code: the text of an error may quote what somebody wrote.
func (s *Span) end(name, outcome string, failed bool, attributes ...attribute.KeyValue) {
	s.span.SetName(name)
	s.span.SetAttributes(append(attributes, attribute.String("visavis.outcome", outcome))...)
	if failed {
		s.span.SetAttributes(attribute.String("error.type", outcome))
		s.span.SetStatus(codes.Error, "")
	}
	s.span.End()
}

// Operation begins a query or a mutation.
func (t *Traces) Operation(ctx context.Context) (context.Context, *Span) {
	return t.begin(ctx, "operation")
}

// EndOperation names the operation by its kind and its first field, which the schema knows.
func (s *Span) EndOperation(kind, field, outcome string) {
	if s != nil {
		s.end(kind+" "+field, outcome, outcome != OK, attribute.String("graphql.operation.type", kind), attribute.String("visavis.field", field))
	}
}

// Event returns what a subscription was told, by its field, and since when it was under way.
func (t *Traces) Event(ctx context.Context, began time.Time, field, outcome string) {
	_, s := t.begin(ctx, "event", trace.WithTimestamp(began))
	s.EndOperation("subscription", field, outcome)
}

// Transaction begins one of the database.
func (t *Traces) Transaction(ctx context.Context) (context.Context, *Span) {
	return t.begin(ctx, "database", trace.WithSpanKind(trace.SpanKindClient))
}

// EndTransaction tells of which system and kind it was, and how often it was tried. A transaction that is taken back is no failure.
func (s *Span) EndTransaction(system, kind string, attempts int, outcome string, failed bool) {
	if s != nil {
		s.end("database "+kind, outcome, failed, attribute.String("db.system.name", system), attribute.Int("visavis.attempts", attempts))
	}
}

// Delivery begins that of a mail.
func (t *Traces) Delivery(ctx context.Context) (context.Context, *Span) {
	return t.begin(ctx, "mail", trace.WithSpanKind(trace.SpanKindClient))
}

// EndDelivery tells the kind of the mail, and what became of it.
func (s *Span) EndDelivery(kind, outcome string, failed bool) {
	if s != nil {
		s.end("mail "+kind, outcome, failed, attribute.String("visavis.mail", kind))
	}
}
