package telemetry

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/go-logr/logr"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracegrpc"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// Traces record requests, operations, events, transactions and mails for OpenTelemetry. Spans contain no client input
// except trace and span IDs. Nil traces do nothing.
type Traces struct {
	tracer   trace.Tracer
	provider *sdk.TracerProvider
	cut      context.CancelFunc // aborts the current export
}

// NewTraces returns traces that are exported by the OTLP protocol as OpenTelemetry's variables specify. It returns nil
// if the protocol is empty.
func NewTraces(ctx context.Context, protocol string, logger *slog.Logger) (*Traces, error) {
	if protocol == "" {
		return nil, nil
	}
	silenceSDK()
	who, err := resource.New(ctx, resource.WithTelemetrySDK(), resource.WithAttributes(attribute.String("service.name", "visavis")), resource.WithFromEnv())
	if err != nil {
		return nil, fmt.Errorf("OTEL_RESOURCE_ATTRIBUTES is malformed: %w", err)
	}
	send := func() (sdk.SpanExporter, error) { return otlptracehttp.New(ctx) }
	if protocol == "grpc" {
		send = func() (sdk.SpanExporter, error) { return otlptracegrpc.New(ctx) }
	}
	exporter, err := send()
	if err != nil {
		return nil, fmt.Errorf("cannot send traces; check the OTEL_EXPORTER_OTLP_… variables: %w", err)
	}
	ending, cut := context.WithCancel(context.WithoutCancel(ctx))
	// Panic values may contain personal data. When the queue is full, spans are dropped without blocking.
	provider := sdk.NewTracerProvider(sdk.WithResource(who), sdk.WithoutPanicRecording(), sdk.WithBatcher(newExporter(exporter, logger, ending)))
	return &Traces{tracer: provider.Tracer("visavis"), provider: provider, cut: cut}, nil
}

// silenceSDK disables the SDK's process-wide logging, which quotes variables that may contain passwords. The exporter
// logs failures instead.
func silenceSDK() {
	otel.SetLogger(logr.Discard())
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(error) {}))
}

// End exports the remaining spans until ctx is done.
func (t *Traces) End(ctx context.Context) {
	if t != nil {
		defer t.cut()
		_ = t.provider.Shutdown(ctx)
	}
}
