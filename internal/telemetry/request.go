package telemetry

import (
	"context"
	"net/http"
	"strings"
	"sync/atomic"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"
)

// Request is the span of an HTTP request. A nil request does nothing.
type Request struct {
	span     trace.Span
	answered atomic.Bool
}

type requestKey struct{}

// Request starts the span of a request in the caller's trace. It uses the caller's traceparent, which is numeric, and
// drops its tracestate, which is free text.
func (t *Traces) Request(r *http.Request) (*http.Request, *Request) {
	if t == nil {
		return r, nil
	}
	ctx := propagation.TraceContext{}.Extract(r.Context(), propagation.HeaderCarrier(r.Header))
	caller := trace.SpanContextFromContext(ctx).WithTraceState(trace.TraceState{})
	ctx, span := t.tracer.Start(trace.ContextWithRemoteSpanContext(ctx, caller), "request", trace.WithSpanKind(trace.SpanKindServer))
	request := &Request{span: span}
	return r.WithContext(context.WithValue(ctx, requestKey{}, request)), request
}

// Answered ends the span: after the response, or when a long-lived stream begins. The route is a pattern, since a path
// may contain a secret.
func (r *Request) Answered(route, method string, status int) {
	if r == nil || r.answered.Swap(true) {
		return
	}
	method = known(method)
	if _, path, found := strings.Cut(route, " "); found {
		route = path
	}
	r.span.SetName(strings.TrimSpace(method + " " + route))
	r.span.SetAttributes(
		attribute.String("http.request.method", method),
		attribute.String("http.route", route),
		attribute.Int("http.response.status_code", status),
	)
	if status >= http.StatusInternalServerError {
		r.span.SetStatus(codes.Error, "")
	}
	r.span.End()
}
