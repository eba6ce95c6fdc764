package system

import (
	"context"
	"encoding/hex"
	"io"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	collectors "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	common "go.opentelemetry.io/proto/otlp/common/v1"
	traces "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// collector receives traces by OTLP over HTTP or gRPC.
type collector struct {
	collectors.UnimplementedTraceServiceServer
	t    *testing.T
	addr string

	mu       sync.Mutex
	received []byte // the raw bodies
	requests int
	spans    []*traces.Span
	sender   map[string]string // resource attributes of the last request
}

func startCollector(t *testing.T) *collector {
	t.Helper()
	c := &collector{t: t}
	server := httptest.NewServer(c)
	t.Cleanup(server.Close)
	c.addr = server.URL
	return c
}

// startGRPC serves OTLP over gRPC instead of HTTP.
func (c *collector) startGRPC() {
	c.t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		c.t.Fatal(err)
	}
	server := grpc.NewServer()
	collectors.RegisterTraceServiceServer(server, c)
	go func() { _ = server.Serve(listener) }()
	c.t.Cleanup(server.Stop)
	c.addr = "http://" + listener.Addr().String()
}

func (c *collector) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	var sent collectors.ExportTraceServiceRequest
	if err == nil {
		err = proto.Unmarshal(body, &sent)
	}
	if err != nil || r.Method != http.MethodPost || r.URL.Path != "/v1/traces" || r.Header.Get("Content-Type") != "application/x-protobuf" {
		c.t.Errorf("what is sent is no OTLP: %s %s, %v", r.Method, r.URL, err)
		return
	}
	c.take(body, &sent)
}

// Export receives spans over gRPC.
func (c *collector) Export(_ context.Context, sent *collectors.ExportTraceServiceRequest) (*collectors.ExportTraceServiceResponse, error) {
	c.take(nil, sent)
	return &collectors.ExportTraceServiceResponse{}, nil
}

func (c *collector) take(body []byte, sent *collectors.ExportTraceServiceRequest) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.requests++
	c.received = append(c.received, body...)
	for _, of := range sent.ResourceSpans {
		c.sender = attributesOf(of.Resource.Attributes)
		for _, scope := range of.ScopeSpans {
			c.spans = append(c.spans, scope.Spans...)
		}
	}
}

// asked returns the number of requests.
func (c *collector) asked() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.requests
}

// find returns the spans with the name that were received so far.
func (c *collector) find(name string) (found []*traces.Span) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, span := range c.spans {
		if span.Name == name {
			found = append(found, span)
		}
	}
	return found
}

// await waits for a span with the name for which right reports true.
func (c *collector) await(name string, right func(*traces.Span) bool) (found *traces.Span) {
	c.t.Helper()
	harness.Await(c.t, "the span "+name, func() bool {
		spans := c.find(name)
		i := slices.IndexFunc(spans, right)
		if i >= 0 {
			found = spans[i]
		}
		return i >= 0
	})
	return found
}

func attributesOf(list []*common.KeyValue) map[string]string {
	attributes := map[string]string{}
	for _, one := range list {
		text := one.Value.GetStringValue()
		if _, isNumber := one.Value.Value.(*common.AnyValue_IntValue); isNumber {
			text = one.Value.String()
		}
		attributes[one.Key] = text
	}
	return attributes
}

// expectSpan compares the attributes of a span.
func (c *collector) expectSpan(span *traces.Span, want map[string]string) {
	c.t.Helper()
	if got := attributesOf(span.Attributes); !maps.Equal(got, want) {
		c.t.Errorf("%s has %v, want %v", span.Name, got, want)
	}
}

func anySpan(*traces.Span) bool { return true }

func in(trace string) func(*traces.Span) bool {
	return func(span *traces.Span) bool { return hex.EncodeToString(span.TraceId) == trace }
}

func within(parent *traces.Span) func(*traces.Span) bool {
	return func(span *traces.Span) bool {
		return string(span.TraceId) == string(parent.TraceId) && string(span.ParentSpanId) == string(parent.SpanId)
	}
}

// linkedTo reports whether a span starts a new trace with a link to another span.
func linkedTo(other *traces.Span) func(*traces.Span) bool {
	return func(span *traces.Span) bool {
		return len(span.ParentSpanId) == 0 && string(span.TraceId) != string(other.TraceId) &&
			len(span.Links) == 1 && string(span.Links[0].SpanId) == string(other.SpanId)
	}
}

// configured returns the configuration of a demo salon, with the given OTEL variables and no others.
func configured(t *testing.T, databaseURL string, variables map[string]string) config.Config {
	t.Helper()
	for _, pair := range os.Environ() {
		if name, value, _ := strings.Cut(pair, "="); strings.HasPrefix(name, "OTEL_") {
			t.Setenv(name, value) // restored at the end of the test
			if err := os.Unsetenv(name); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, value := range variables {
		t.Setenv(name, value)
	}
	c, err := config.Read(func(name string) (string, bool) {
		if !strings.HasPrefix(name, "OTEL_") {
			return "", false
		}
		return os.LookupEnv(name)
	})
	if err != nil {
		t.Fatal(err)
	}
	c.DatabaseURL, c.Demo = databaseURL, true
	return c
}

// traced returns the configuration of a demo salon that exports its traces to the collector without delay.
func (c *collector) traced(databaseURL string, more ...string) config.Config {
	c.t.Helper()
	variables := map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": c.addr, "OTEL_BSP_SCHEDULE_DELAY": "20"}
	for i := 0; i < len(more); i += 2 {
		variables[more[i]] = more[i+1]
	}
	return configured(c.t, databaseURL, variables)
}

// startTraced starts such a salon.
func (c *collector) startTraced(more ...string) *harness.Server {
	c.t.Helper()
	return harness.Start(c.t, c.traced(storetest.SQLiteURL(c.t), more...))
}

// startHanging starts a collector that never answers. It signals when it is reached and when the sender has given up.
func startHanging(t *testing.T, reached, released chan<- struct{}) *collector {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body) // needed to notice the end of the connection
		select {
		case reached <- struct{}{}:
		default:
		}
		<-r.Context().Done()
		select {
		case released <- struct{}{}:
		default:
		}
	}))
	t.Cleanup(server.Close)
	return &collector{t: t, addr: server.URL}
}

// startRefusing starts a collector that rejects everything with a reason.
func startRefusing(t *testing.T, why string) *collector {
	t.Helper()
	c := &collector{t: t}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		c.mu.Lock()
		c.requests++
		c.mu.Unlock()
		http.Error(w, why, http.StatusBadRequest)
	}))
	t.Cleanup(server.Close)
	c.addr = server.URL
	return c
}

// closedAddress returns an address on which no program listens.
func closedAddress(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	return server.URL
}
