package transport_test

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"net/http"
	"strings"
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
	server := newServer(t, settings{prepare: withSmallBuffers, webSocket: transport.WebSocket{WriteTimeout: time.Hour}})
	socket := openSlowReader(t, server)
	socket.subscribe("1", "subscription{endless}")
	receive(t, server.schema.started, "endless")
	if err := server.connections.Shutdown(t.Context()); err != nil {
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
	connections := transport.NewConnections(transport.Limits{})
	for range 2 {
		if err := connections.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
	}
}

// A token names the account of a connection, at once or after the first message.
func byToken(ctx context.Context) transport.Caller {
	if account, ok := ctx.Value(accountKey{}).(string); ok {
		return transport.Caller{ID: account}
	}
	return transport.Caller{ID: "a network", IsStranger: true}
}

type accountKey struct{}

func TestConnectionsAreLimited(t *testing.T) {
	server := newServer(t, settings{
		limits: transport.Limits{NetworkConnections: 3, AccountConnections: 2},
		webSocket: transport.WebSocket{Caller: byToken, Init: func(ctx context.Context, payload map[string]any) (context.Context, error) {
			return context.WithValue(ctx, accountKey{}, payload["account"]), nil
		}},
		sse: transport.SSE{Caller: byToken},
	})
	refused := func(what string) {
		t.Helper()
		_, response, err := websocket.Dial(t.Context(), server.URL, &websocket.DialOptions{HTTPClient: server.Client()})
		if err == nil || response.StatusCode != http.StatusTooManyRequests {
			t.Errorf("%s, a socket: %v", what, err)
		}
		if got := server.do(t, "POST", "/", `{"query":"{hello}"}`, streamHeader); got.status != http.StatusTooManyRequests || !strings.Contains(got.body, "TOO_MANY_CONNECTIONS") {
			t.Errorf("%s, a stream: %d %s", what, got.status, got.body)
		}
	}
	var sockets []*client
	for range 2 {
		sockets = append(sockets, open(t, server, websocket.DialOptions{}))
	}
	response, _ := openStream(t, server, "{waiting}")
	receive(t, server.schema.started, "waiting")
	refused("with three connections")

	for _, socket := range sockets { // they turn out to be an account's
		socket.send(`{"type":"connection_init","payload":{"account":"anna"}}`)
		socket.expect(`{"type":"connection_ack"}`)
	}
	third := open(t, server, websocket.DialOptions{})
	third.send(`{"type":"connection_init","payload":{"account":"anna"}}`)
	third.expectClose(4429, "Too many connections")
	fourth := open(t, server, websocket.DialOptions{})
	fourth.send(`{"type":"connection_init","payload":{"account":"ben"}}`)
	fourth.expect(`{"type":"connection_ack"}`)
	response.Body.Close()
	<-server.schema.ended
}

func TestOperationsOfACallerAreLimited(t *testing.T) {
	server := newServer(t, settings{limits: transport.Limits{NetworkOperations: 3}})
	first, second := connect(t, server), connect(t, server)
	first.subscribe("1", "{waiting}")
	receive(t, server.schema.started, "waiting")
	first.subscribe("2", "{waiting}")
	receive(t, server.schema.started, "waiting")
	second.subscribe("1", "{waiting}")
	receive(t, server.schema.started, "waiting")
	const refused = `","type":"error","payload":[{"message":"Too many operations on your connections. Complete some, then try again.","extensions":{"code":"TOO_MANY_OPERATIONS"}}]}`
	second.subscribe("2", "{waiting}")
	second.expect(`{"id":"2` + refused)
	if got := server.do(t, "POST", "/", `{"query":"{hello}"}`, streamHeader); got.status != http.StatusTooManyRequests || !strings.Contains(got.body, "TOO_MANY_OPERATIONS") {
		t.Errorf("a stream: %d %s", got.status, got.body)
	}
	first.send(`{"type":"complete","id":"1"}`)
	<-server.schema.ended
	waitFor(t, "the place to be free", func() bool {
		return server.do(t, "POST", "/", `{"query":"{hello}"}`, streamHeader).status == http.StatusOK
	})
}

func TestStrangersLeaveConnectionsToAccounts(t *testing.T) {
	server := newServer(t, settings{
		limits: transport.Limits{Connections: 4},
		sse: transport.SSE{Caller: func(ctx context.Context) transport.Caller {
			return transport.Caller{ID: rand.Text(), IsStranger: true} // many networks
		}},
		webSocket: transport.WebSocket{Caller: func(context.Context) transport.Caller { return transport.Caller{ID: "anna"} }},
	})
	for range 3 {
		openStream(t, server, "{waiting}")
		receive(t, server.schema.started, "waiting")
	}
	if got := server.do(t, "POST", "/", `{"query":"{hello}"}`, streamHeader); got.status != http.StatusTooManyRequests {
		t.Errorf("one more stranger: %d", got.status)
	}
	connect(t, server)
}
