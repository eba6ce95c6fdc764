package transport_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"visavis/graph/transport"
)

// eventTimeout is how long a test waits for an event before it gives up.
const eventTimeout = 5 * time.Second

type testServer struct {
	*httptest.Server
	schema      *testSchema
	connections *transport.Connections
}

// panickingExtension panics before parsing if the query is "panic early".
type panickingExtension struct{}

func (panickingExtension) ExtensionName() string                          { return "Panicking" }
func (panickingExtension) Validate(schema graphql.ExecutableSchema) error { return nil }

func (panickingExtension) MutateOperationParameters(_ context.Context, parameters *graphql.RawParams) *gqlerror.Error {
	if parameters.Query == "panic early" {
		panic("a secret")
	}
	return nil
}

// settings are the transports of a test server, which sets their Connections.
type settings struct {
	webSocket transport.WebSocket
	sse       transport.SSE
	http      transport.HTTP
	// prepare changes the server before it starts.
	prepare func(*httptest.Server)
	http2   bool
	limits  transport.Limits
}

// newServer starts a server. At the end of the test it shuts the server down and checks
// that no goroutine is left.
func newServer(t *testing.T, wanted settings) *testServer {
	t.Helper()
	before := runtime.NumGoroutine()
	server := &testServer{schema: newTestSchema(), connections: transport.NewConnections(wanted.limits)}
	wanted.webSocket.Connections = server.connections
	wanted.sse.Connections = server.connections
	executes := executor.New(server.schema)
	executes.Use(panickingExtension{})
	executes.SetRecoverFunc(func(context.Context, any) error { return errors.New("something broke") })
	server.Server = httptest.NewUnstartedServer(&transport.Server{
		Executor: executes, WebSocket: wanted.webSocket, SSE: wanted.sse, HTTP: wanted.http,
	})
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	if wanted.prepare != nil {
		wanted.prepare(server.Server)
	}
	if wanted.http2 {
		server.EnableHTTP2 = true
		server.StartTLS()
	} else {
		server.Start()
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), eventTimeout)
		defer cancel()
		if err := server.connections.Shutdown(ctx); err != nil {
			t.Errorf("shutdown: %v", err)
		}
		server.Client().CloseIdleConnections()
		server.Close()
		waitFor(t, "goroutines to return", func() bool { return runtime.NumGoroutine() <= before })
	})
	return server
}

// waitFor polls until a condition holds that no event announces.
func waitFor(t *testing.T, what string, holds func() bool) {
	t.Helper()
	deadline := time.Now().Add(eventTimeout)
	for !holds() {
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<20)
			t.Fatalf("timed out waiting for %s\n%s", what, stacks[:runtime.Stack(stacks, true)])
		}
		time.Sleep(time.Millisecond)
	}
}

func receive(t *testing.T, events <-chan string, want string) {
	t.Helper()
	select {
	case got := <-events:
		if got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	case <-time.After(eventTimeout):
		t.Fatalf("timed out waiting for %q", want)
	}
}

// dialSlowReader opens a connection with a small receive buffer, which fills immediately.
func dialSlowReader(t *testing.T, server *testServer) net.Conn {
	t.Helper()
	connection, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { connection.Close() })
	if err := connection.(*net.TCPConn).SetReadBuffer(4 << 10); err != nil {
		t.Fatal(err)
	}
	return connection
}

// withSmallBuffers shrinks the server's send buffers, so that a client that does not read
// blocks its writes immediately.
func withSmallBuffers(server *httptest.Server) {
	server.Config.ConnState = func(connection net.Conn, state http.ConnState) {
		if state == http.StateNew {
			_ = connection.(*net.TCPConn).SetWriteBuffer(4 << 10)
		}
	}
}

// An httpResponse is a response that was read completely.
type httpResponse struct {
	status int
	header http.Header
	body   string
}

func (s *testServer) do(t *testing.T, method, target, body string, header map[string]string) httpResponse {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, s.URL+target, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range header {
		request.Header.Set(name, value)
	}
	response, err := s.Client().Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(bufio.NewReader(response.Body))
	if err != nil {
		t.Fatal(err)
	}
	return httpResponse{response.StatusCode, response.Header, string(text)}
}
