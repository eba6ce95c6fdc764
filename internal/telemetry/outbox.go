package telemetry

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Outbox returns the number of due, unsent mails and how long the oldest has waited.
type Outbox func(ctx context.Context) (due int, oldest time.Duration, err error)

// outboxTimeout limits the query of a scrape.
const outboxTimeout = 2 * time.Second

var (
	outboxDue = prometheus.NewDesc("visavis_outbox_due", "Mails that are due and not sent, also between attempts.", nil, nil)
	outboxAge = prometheus.NewDesc("visavis_outbox_age_seconds", "Waiting time of the oldest mail that is not sent, since it first was due.", nil, nil)
)

// WatchOutbox registers gauges that call look on each scrape. They are omitted if look fails.
func (m *Metrics) WatchOutbox(look Outbox) { m.registry.MustRegister(outboxCollector{look}) }

type outboxCollector struct{ look Outbox }

func (outboxCollector) Describe(described chan<- *prometheus.Desc) {
	described <- outboxDue
	described <- outboxAge
}

func (c outboxCollector) Collect(collected chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), outboxTimeout)
	defer cancel()
	due, oldest, err := c.look(ctx)
	if err != nil {
		return
	}
	collected <- prometheus.MustNewConstMetric(outboxDue, prometheus.GaugeValue, float64(due))
	collected <- prometheus.MustNewConstMetric(outboxAge, prometheus.GaugeValue, oldest.Seconds())
}
