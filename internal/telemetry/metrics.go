// Package telemetry exports metrics, profiles and traces. Labels contain no client input, since that could be personal
// data and is unbounded.
package telemetry

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Metrics are the metrics of a server. Nil metrics record nothing.
type Metrics struct {
	registry   *prometheus.Registry
	requests   *prometheus.HistogramVec
	operations *prometheus.HistogramVec
	events     *prometheus.CounterVec
	commits    prometheus.Histogram
	mails      *prometheus.CounterVec
	pushes     *prometheus.CounterVec
	signIns    *prometheus.CounterVec
	limited    *prometheus.CounterVec
}

// buckets range from a cached read to a timeout, in seconds.
var buckets = []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10}

// New returns metrics, including those of Go and of the process.
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
		signIns: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "visavis_sign_ins_total",
			Help: "Attempts to sign in, by mutation; locked: refused after too many wrong PINs.",
		}, []string{"field", "outcome"}),
		limited: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "visavis_rate_limited_total",
			Help: "Mutations that a rate limit has refused, by field.",
		}, []string{"field"}),
		mails: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "visavis_mails_total",
			Help: "Attempts to send a mail, by outcome (sent, retried, given up) and reason.",
		}, []string{"outcome", "reason"}),
		pushes: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "visavis_pushes_total",
			Help: "Attempts to send a push, by outcome (sent, retried, expired, gone, refused).",
		}, []string{"outcome"}),
	}
	m.registry.MustRegister(
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		m.requests, m.operations, m.events, m.commits, m.mails, m.pushes, m.signIns, m.limited,
	)
	return m
}

// Request records a response. The route is a pattern, since a path may contain a secret.
func (m *Metrics) Request(route, method string, status int, took time.Duration) {
	if m != nil {
		m.requests.WithLabelValues(route, known(method), strconv.Itoa(status)).Observe(took.Seconds())
	}
}

// known maps invented methods to "other" to bound the labels.
func known(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodOptions:
		return method
	default:
		return "other"
	}
}

// Operation records a query or mutation by its first field, which is one of the schema.
func (m *Metrics) Operation(kind, field string, failed bool, took time.Duration) {
	if m != nil {
		m.operations.WithLabelValues(kind, field, outcome(failed)).Observe(took.Seconds())
	}
}

// Event counts a subscription event.
func (m *Metrics) Event(field string, failed bool) {
	if m != nil {
		m.events.WithLabelValues(field, outcome(failed)).Inc()
	}
}

// SignIn counts an attempt to sign in by a mutation.
func (m *Metrics) SignIn(field, outcome string) {
	if m != nil {
		m.signIns.WithLabelValues(field, outcome).Inc()
	}
}

// RateLimited counts a mutation that a rate limit has refused.
func (m *Metrics) RateLimited(field string) {
	if m != nil {
		m.limited.WithLabelValues(field).Inc()
	}
}

func outcome(failed bool) string {
	if failed {
		return "error"
	}
	return "ok"
}

// Commit records a committed transaction.
func (m *Metrics) Commit(took time.Duration) {
	if m != nil {
		m.commits.Observe(took.Seconds())
	}
}

// Mail counts an attempt to send a mail. The reason of a failure is one of a fixed set.
func (m *Metrics) Mail(outcome, reason string) {
	if m != nil {
		m.mails.WithLabelValues(outcome, reason).Inc()
	}
}

// Push counts an attempt to send a push, by an outcome of a fixed set.
func (m *Metrics) Push(outcome string) {
	if m != nil {
		m.pushes.WithLabelValues(outcome).Inc()
	}
}

// CountSubscribers registers a gauge that calls count on each scrape.
func (m *Metrics) CountSubscribers(count func() int) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "visavis_subscribers", Help: "Open subscriptions.",
	}, func() float64 { return float64(count()) }))
}

// serve returns the handler of the metrics.
func (m *Metrics) serve() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{Registry: m.registry})
}
