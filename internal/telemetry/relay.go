package telemetry

import "github.com/prometheus/client_golang/prometheus"

// Relay is what the built-in relay does now, and has done since its start.
type Relay struct {
	Allocations int // now
	Bytes       int64
	LostBytes   int64
	Refused     map[string]int64 // by reason, of a fixed set
}

var (
	relayAllocations = prometheus.NewDesc("visavis_relay_allocations", "Addresses that participants of calls have at the relay.", nil, nil)
	relayBytes       = prometheus.NewDesc("visavis_relay_bytes_total", "Bytes that the relay has carried, in both directions.", nil, nil)
	relayLostBytes   = prometheus.NewDesc("visavis_relay_lost_bytes_total", "Bytes that the relay has dropped, because a participant sent or received too many.", nil, nil)
	relayRefused     = prometheus.NewDesc("visavis_relay_refused_total",
		"What the relay has refused: a credential, an allocation beyond the quotas, a peer that participants must not reach, or a flood of requests or connections.",
		[]string{"reason"}, nil)
)

// WatchRelay registers metrics that call look on each scrape.
func (m *Metrics) WatchRelay(look func() Relay) { m.registry.MustRegister(relayCollector{look}) }

type relayCollector struct{ look func() Relay }

func (relayCollector) Describe(described chan<- *prometheus.Desc) {
	for _, one := range []*prometheus.Desc{relayAllocations, relayBytes, relayLostBytes, relayRefused} {
		described <- one
	}
}

func (c relayCollector) Collect(collected chan<- prometheus.Metric) {
	now := c.look()
	collected <- prometheus.MustNewConstMetric(relayAllocations, prometheus.GaugeValue, float64(now.Allocations))
	collected <- prometheus.MustNewConstMetric(relayBytes, prometheus.CounterValue, float64(now.Bytes))
	collected <- prometheus.MustNewConstMetric(relayLostBytes, prometheus.CounterValue, float64(now.LostBytes))
	for reason, times := range now.Refused {
		collected <- prometheus.MustNewConstMetric(relayRefused, prometheus.CounterValue, float64(times), reason)
	}
}
