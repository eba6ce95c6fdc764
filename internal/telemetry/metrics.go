// Package telemetry counts and times what the server does, for Prometheus and for profiles. No label holds anything that a
// client wrote: it would be personal, or without end.
package telemetry

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Metrics are those of one server. A nil one counts nothing.
type Metrics struct {
	registry   *prometheus.Registry
	requests   *prometheus.HistogramVec
	operations *prometheus.HistogramVec
	events     *prometheus.CounterVec
	commits    prometheus.Histogram
}

// buckets reach from a read of the cache to an operation that is given up, in seconds.
var buckets = []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10}

// New returns metrics, with those of Go and of the process.
func New() *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "visavis_http_request_duration_seconds", Buckets: buckets,
			Help: "Duration of requests, by route pattern; a WebSocket is one request for as long as it is open.",
		}, []string{"route", "method", "status"}),
		operations: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "visavis_graphql_operation_duration_seconds", Buckets: buckets,
			Help: "Duration of queries and mutations, by first field.",
		}, []string{"kind", "field", "outcome"}),
		events: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "visavis_graphql_events_total",
			Help: "Events sent to subscriptions, by field.",
		}, []string{"field", "outcome"}),
		commits: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "visavis_commit_duration_seconds", Buckets: buckets,
			Help: "Duration of committed transactions, including retries.",
		}),
	}
	m.registry.MustRegister(
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		m.requests, m.operations, m.events, m.commits,
	)
	return m
}

// Request counts an answer to a request. The route is a pattern: a path may hold a secret.
func (m *Metrics) Request(route, method string, status int, took time.Duration) {
	if m != nil {
		m.requests.WithLabelValues(route, known(method), strconv.Itoa(status)).Observe(took.Seconds())
	}
}

// known keeps the methods that clients make up from becoming labels.
func known(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodOptions:
		return method
	default:
		return "other"
	}
}

// Operation counts a query or a mutation by its first field, which the schema knows.
func (m *Metrics) Operation(kind, field string, failed bool, took time.Duration) {
	if m != nil {
		m.operations.WithLabelValues(kind, field, outcome(failed)).Observe(took.Seconds())
	}
}

// Event counts what a subscription was told.
func (m *Metrics) Event(field string, failed bool) {
	if m != nil {
		m.events.WithLabelValues(field, outcome(failed)).Inc()
	}
}

func outcome(failed bool) string {
	if failed {
		return "error"
	}
	return "ok"
}

// Commit counts a transaction that was kept.
func (m *Metrics) Commit(took time.Duration) {
	if m != nil {
		m.commits.Observe(took.Seconds())
	}
}

// CountSubscribers has the subscribers counted whenever somebody asks.
func (m *Metrics) CountSubscribers(count func() int) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "visavis_subscribers", Help: "Open subscriptions.",
	}, func() float64 { return float64(count()) }))
}

// serve writes the metrics.
func (m *Metrics) serve() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{Registry: m.registry})
}
