package system

import (
	"fmt"
	"net/http"
	"runtime"
	"strings"
	"testing"

	traces "go.opentelemetry.io/proto/otlp/trace/v1"

	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

const (
	callersTrace = "4bf92f3577b34da6a3ce929d0e0e4736"
	callersSpan  = "00f067aa0ba902b7"
)

// bookStart books with Anna, within the caller's trace if headers name one.
func bookStart(s *harness.Server, start string, headers ...string) {
	s.T.Helper()
	a := s.Ask(harness.BookOperation, harness.Variables{"input": harness.Variables{
		"start":          harness.Variables{"branchId": "brn_demo-mitte", "serviceId": "svc_demo-video-colour", "staffId": "stf_demo-anna", "start": start},
		"customer":       harness.Variables{"name": "Carla Kunde", "email": "carla@kunde.example", "locale": "DE", "acceptsPrivacy": true},
		"idempotencyKey": "booking-at-" + start[:len("2026-11-26T09")],
	}}, headers...)
	if booked, _ := a.Data["appointmentBook"].(map[string]any); len(a.Errors) > 0 || booked["booking"] == nil {
		s.T.Fatalf("nothing is booked: %v, %v", a.Data, a.Errors)
	}
}

func TestATraceTellsOfABookingFromTheRequestToTheTransaction(t *testing.T) {
	for system, each := range map[string]func(testing.TB) string{"sqlite": storetest.SQLiteURL, "postgresql": storetest.PostgresURL} {
		t.Run(system, func(t *testing.T) {
			c := startCollector(t)
			s := harness.Start(t, c.traced(each(t), "OTEL_SERVICE_NAME", "the salon", "OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=trial"))
			bookStart(s, "2026-11-26T09:00:00Z", "Traceparent", "00-"+callersTrace+"-"+callersSpan+"-01")
			request := c.await("POST /graphql", in(callersTrace))
			if got := fmt.Sprintf("%x %s", request.ParentSpanId, request.Kind); got != callersSpan+" SPAN_KIND_SERVER" {
				t.Errorf("the request has the parent %s, want the caller's", got)
			}
			c.expectSpan(request, map[string]string{"http.request.method": "POST", "http.route": "/graphql", "http.response.status_code": "int_value:200"})
			operation := c.await("mutation appointmentBook", within(request))
			c.expectSpan(operation, map[string]string{"graphql.operation.type": "mutation", "visavis.field": "appointmentBook", "visavis.outcome": "ok"})
			transaction := c.await("database write", within(operation))
			c.expectSpan(transaction, map[string]string{"db.system.name": system, "visavis.attempts": "int_value:1", "visavis.outcome": "ok"})
			s.ExpectEqual("who has sent it", []string{c.sender["service.name"], c.sender["deployment.environment.name"]}, "[the salon trial]")

			s.Header = nil
			s.Ask(`{ customers { nodes { name } } }`, nil)
			refused := c.await("query customers", func(span *traces.Span) bool { return span.Status.GetCode() == traces.Status_STATUS_CODE_ERROR })
			c.expectSpan(refused, map[string]string{"graphql.operation.type": "query", "visavis.field": "customers", "visavis.outcome": "UNAUTHENTICATED", "error.type": "UNAUTHENTICATED"})
			s.ExpectEqual("a message", refused.Status.Message, "")
		})
	}
}

func TestWhatIsDoneOnASocketHasTracesOfItsOwnLinkedToTheRequest(t *testing.T) {
	c := startCollector(t)
	s := c.startTraced()
	const branch = "brn_demo-mitte"
	l := s.SubscribeToChanges(branch, s.LastChange(branch))
	opened := c.await("GET /graphql", anySpan) // it is still open
	c.expectSpan(opened, map[string]string{"http.request.method": "GET", "http.route": "/graphql", "http.response.status_code": "int_value:101"})
	bookStart(s, "2026-11-26T09:00:00Z")
	l.ExpectChange("APPOINTMENT Anna 2026-11-26 2026-11-26")
	event := c.await("subscription scheduleChanged", linkedTo(opened))
	request := c.await("mutation appointmentBook", anySpan)
	if event.StartTimeUnixNano < request.StartTimeUnixNano || event.EndTimeUnixNano < event.StartTimeUnixNano {
		t.Errorf("the event began at %d, before the mutation at %d", event.StartTimeUnixNano, request.StartTimeUnixNano)
	}
	l.Send(harness.Message{Type: "subscribe", ID: "question", Payload: map[string]any{"query": "{ branches { nodes { id } } }"}})
	s.ExpectEqual("the answer", l.Receive().Type, "next")
	c.await("query branches", linkedTo(opened))
}

func TestAStreamOfEventsIsTracedLikeASocket(t *testing.T) {
	c := startCollector(t)
	s := c.startTraced()
	s.Post(harness.SubscribeRequest, "Accept", "text/event-stream", "Traceparent", "00-"+callersTrace+"-"+callersSpan+"-01")
	opened := c.await("POST /graphql", in(callersTrace))
	c.await("subscription scheduleChanged", linkedTo(opened))
}

func TestADeliveryIsTracedByKindAndOutcome(t *testing.T) {
	c := startCollector(t)
	box := harness.StartMailServer(t)
	configuration := c.traced(storetest.SQLiteURL(t))
	configuration.SMTP = box.Config()
	s := harness.Start(t, configuration)
	s.Mutate("staffAccessSend", "staff { id }", harness.Variables{"staffId": "stf_demo-ella"})
	box.Next()
	delivery := c.await("mail ACCESS", anySpan)
	c.expectSpan(delivery, map[string]string{"visavis.mail": "ACCESS", "visavis.outcome": "sent"})
	c.await("database write", within(delivery))
}

func TestNothingIsSentThatNobodyAsksFor(t *testing.T) {
	for what, more := range map[string][]string{
		"no sampling":            {"OTEL_TRACES_SAMPLER", "always_off"},
		"a ratio of none":        {"OTEL_TRACES_SAMPLER", "parentbased_traceidratio", "OTEL_TRACES_SAMPLER_ARG", "0"},
		"the SDK is turned off":  {"OTEL_SDK_DISABLED", "true"},
		"the exporter is none":   {"OTEL_TRACES_EXPORTER", "none"},
		"all of it, as a proof":  {},
		"no variable that sends": {"OTEL_EXPORTER_OTLP_ENDPOINT", ""},
	} {
		t.Run(what, func(t *testing.T) {
			c := startCollector(t)
			s := c.startTraced(more...)
			bookStart(s, "2026-11-26T09:00:00Z")
			if err := s.Stop(); err != nil { // exports what is left
				t.Fatal(err)
			}
			if sent, want := c.asked() > 0, len(more) == 0; sent != want {
				t.Errorf("sent: %v, want %v", sent, want)
			}
		})
	}
}

func TestTracesAreSentByGRPC(t *testing.T) {
	c := startCollector(t)
	c.startGRPC()
	s := c.startTraced("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
	bookStart(s, "2026-11-26T09:00:00Z")
	c.await("mutation appointmentBook", anySpan)
}

// A caller that opts out of tracing is not traced.
func TestTheCallersDecisionIsKept(t *testing.T) {
	c := startCollector(t)
	s := c.startTraced()
	bookStart(s, "2026-11-26T09:00:00Z", "Traceparent", "00-"+callersTrace+"-"+callersSpan+"-00")
	s.Get("/healthz")
	c.await("GET /healthz", anySpan)
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	if found := c.find("mutation appointmentBook"); len(found) > 0 {
		t.Errorf("it is traced: %v", found)
	}
}

func TestWithoutAVariableNothingOfTracesRuns(t *testing.T) {
	running := func() bool {
		stacks := make([]byte, 4<<20)
		return strings.Contains(string(stacks[:runtime.Stack(stacks, true)]), "go.opentelemetry.io")
	}
	s := harness.Start(t, configured(t, storetest.SQLiteURL(t), nil))
	bookStart(s, "2026-11-26T09:00:00Z")
	harness.Await(t, "those of other tests to end, and none of this one", func() bool { return !running() })
	startCollector(t).startTraced()
	if !running() {
		t.Error("it is not seen when it runs")
	}
}

func TestWhatIsLeftIsSentAtTheEnd(t *testing.T) {
	c := startCollector(t)
	s := c.startTraced("OTEL_BSP_SCHEDULE_DELAY", "3600000")
	bookStart(s, "2026-11-26T09:00:00Z")
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	if len(c.find("mutation appointmentBook")) != 1 {
		t.Error("the booking is not told")
	}
}

func TestACollectorThatNeverAnswersKeepsNobodyWaiting(t *testing.T) {
	reached, released := make(chan struct{}, 1), make(chan struct{}, 1)
	c := startHanging(t, reached, released)
	// By default, the SDK would wait for an hour.
	s := c.startTraced("OTEL_EXPORTER_OTLP_TIMEOUT", "3600000", "OTEL_BSP_EXPORT_TIMEOUT", "3600000", "OTEL_BSP_MAX_QUEUE_SIZE", "8")
	<-reached
	for range 20 { // more than the queue holds
		s.ExpectEqual("it answers", s.Get("/healthz").StatusCode, http.StatusOK)
	}
	bookStart(s, "2026-11-26T09:00:00Z")
	ended := make(chan error, 1)
	go func() { ended <- s.Stop() }()
	harness.Await(t, "the server to end", func() bool { return len(ended) > 0 })
	if err := <-ended; err != nil {
		t.Error(err)
	}
	<-released // the request was aborted, not leaked
}

func TestACollectorThatRefusesIsLoggedOnceAndNotQuoted(t *testing.T) {
	c := startRefusing(t, "Carla Kunde may not be stored")
	s := c.startTraced("OTEL_BSP_SCHEDULE_DELAY", "1")
	harness.Await(t, "several refusals", func() bool {
		if s.Get("/healthz").StatusCode != http.StatusOK {
			t.Fatal("it does not answer")
		}
		return c.asked() > 5
	})
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(s.Log.String(), `"msg":"cannot send traces","reason":"refused"`); got != 1 {
		t.Errorf("it is logged %d times", got)
	}
	s.ExpectNotLogged("Carla", c.addr)
}

func TestACollectorThatIsNotThereIsLogged(t *testing.T) {
	c := startCollector(t)
	c.addr = closedAddress(t)
	s := c.startTraced()
	harness.Await(t, "the log", func() bool { return strings.Contains(s.Log.String(), `"reason":"unreachable"`) })
	bookStart(s, "2026-11-26T09:00:00Z")
}
