package transport_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"testing"
	"time"

	"github.com/coder/websocket"

	"visavis/graph/transport"
)

func TestConnectionsShutdown(t *testing.T) {
	server := newServer(t, settings{})
	socket := connect(t, server)
	socket.subscribe("1", "{waiting}")
	receive(t, server.schema.started, "waiting")
	uninitialized := open(t, server, websocket.DialOptions{})
	_, stream := openStream(t, server, "{waiting}")
	receive(t, server.schema.started, "waiting")

	finished := make(chan error, 1)
	go func() { finished <- server.connections.Shutdown(t.Context()) }()
	socket.expectClose(1012, "Service restart")
	uninitialized.expectClose(1012, "Service restart")
	if rest, err := io.ReadAll(stream); err != nil || len(rest) > 0 {
		t.Errorf("the stream ended with %q, %v", rest, err)
	}
	if err := <-finished; err != nil {
		t.Error(err)
	}
	for range 2 { // both operations ended before Shutdown returned
		select {
		case <-server.schema.ended:
		default:
			t.Fatal("an operation is still running")
		}
	}

	// New connections are rejected, but plain requests are not.
	if got := server.do(t, "POST", "/", `{"query":"{hello}"}`, streamHeader); got.status != http.StatusServiceUnavailable {
		t.Errorf("a stream after shutdown: %d", got.status)
	}
	_, response, err := websocket.Dial(t.Context(), server.URL, &websocket.DialOptions{HTTPClient: server.Client()})
	if err == nil || response.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("a socket after shutdown: %v", err)
	}
	if got := server.do(t, "POST", "/", `{"query":"{hello}"}`, map[string]string{"Content-Type": plainJSON}); got.status != 200 {
		t.Errorf("a plain request after shutdown: %d", got.status)
	}
}

// A client that neither reads nor responds must not delay the shutdown.
func TestConnectionsShutdownWithASlowReader(t *testing.T) {
	server := newServer(t, settings{prepare: withSmallBuffers})
	socket := openSlowReader(t, server)
	socket.subscribe("1", "subscription{endless}")
	receive(t, server.schema.started, "endless")
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
	defer cancel()
	if err := server.connections.Shutdown(ctx); err != nil {
		t.Error(err)
	}
}

func TestConnectionsShutdownReturnsWhenTheContextIsDone(t *testing.T) {
	server := newServer(t, settings{})
	connect(t, server) // never answers the close frame, because nothing reads
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := server.connections.Shutdown(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestConnectionsShutdownWithoutConnections(t *testing.T) {
	connections := transport.NewConnections()
	for range 2 {
		if err := connections.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
	}
}
