package telemetry

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"time"

	sdk "go.opentelemetry.io/otel/sdk/trace"
	"golang.org/x/time/rate"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// complainEvery is how often it is logged, at most, that traces cannot be sent.
const logInterval = time.Minute

// discreet sends spans. That it cannot is logged now and then, and in our words: a collector's may quote what it was sent.
type exporter struct {
	sdk.SpanExporter
	logger *slog.Logger
	ending context.Context
	rarely rate.Sometimes
}

func newExporter(inner sdk.SpanExporter, logger *slog.Logger, ending context.Context) *exporter {
	return &exporter{SpanExporter: inner, logger: logger, ending: ending, rarely: rate.Sometimes{Interval: logInterval}}
}

// ExportSpans returns up when the server ends; the SDK would wait for the collector.
func (d *exporter) ExportSpans(ctx context.Context, spans []sdk.ReadOnlySpan) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(d.ending, cancel)()
	if err := d.SpanExporter.ExportSpans(ctx, spans); err != nil {
		d.rarely.Do(func() {
			d.logger.Warn("cannot send traces", slog.String("reason", reasonOf(err)), slog.Int("spans", len(spans)))
		})
	}
	return nil
}

func reasonOf(err error) string {
	var network net.Error
	isNetwork, code := errors.As(err, &network), status.Code(err)
	switch {
	case errors.Is(err, context.Canceled), code == codes.Canceled:
		return "the server was stopped"
	case errors.Is(err, context.DeadlineExceeded), code == codes.DeadlineExceeded, isNetwork && network.Timeout():
		return "no answer in time"
	case isNetwork, code == codes.Unavailable:
		return "unreachable"
	default:
		return "refused"
	}
}
