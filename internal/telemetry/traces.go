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

// Traces tell what the server does and how long it takes, for OpenTelemetry: requests, operations, events, transactions, mails.
// No span holds anything that a client wrote, but for the number of the trace that it goes on with. A nil one tells nothing.
type Traces struct {
	tracer   trace.Tracer
	provider *sdk.TracerProvider
	cut      context.CancelFunc // ends an export that is under way
}

// NewTraces returns traces that are sent by the protocol, to wherever the variables of OpenTelemetry say; nil when it is empty.
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
	// A panic may hold personal data. When the queue is full, spans are lost, and nobody waits.
	provider := sdk.NewTracerProvider(sdk.WithResource(who), sdk.WithoutPanicRecording(), sdk.WithBatcher(newExporter(exporter, logger, ending)))
	return &Traces{tracer: provider.Tracer("visavis"), provider: provider, cut: cut}, nil
}

// silence takes its voice from the SDK, which has one for the whole process: it would quote variables, of which some hold passwords.
// What fails later is logged by discreet.
func silenceSDK() {
	otel.SetLogger(logr.Discard())
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(error) {}))
}

// End sends what is left, until ctx is done. What has not been sent by then is lost.
func (t *Traces) End(ctx context.Context) {
	if t != nil {
		defer t.cut()
		_ = t.provider.Shutdown(ctx)
	}
}
