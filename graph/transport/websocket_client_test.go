package transport_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/coder/websocket"
)

// A client is the client's end of a socket.
type client struct {
	t          *testing.T
	connection *websocket.Conn
}

// open opens a socket without sending anything.
func open(t *testing.T, server *testServer, options websocket.DialOptions) *client {
	t.Helper()
	if options.Subprotocols == nil {
		options.Subprotocols = []string{"graphql-transport-ws"}
	}
	if options.HTTPClient == nil {
		options.HTTPClient = server.Client()
	}
	ctx, cancel := context.WithTimeout(t.Context(), eventTimeout)
	defer cancel()
	connection, _, err := websocket.Dial(ctx, server.URL, &options)
	if err != nil {
		t.Fatal(err)
	}
	connection.SetReadLimit(-1)
	t.Cleanup(func() { connection.CloseNow() })
	return &client{t, connection}
}

// connect opens a socket and waits until it is acknowledged.
func connect(t *testing.T, server *testServer) *client {
	t.Helper()
	socket := open(t, server, websocket.DialOptions{})
	socket.send(`{"type":"connection_init"}`)
	socket.expect(`{"type":"connection_ack"}`)
	return socket
}

func (c *client) send(message string) {
	c.t.Helper()
	ctx, cancel := context.WithTimeout(c.t.Context(), eventTimeout)
	defer cancel()
	if err := c.connection.Write(ctx, websocket.MessageText, []byte(message)); err != nil {
		c.t.Fatal(err)
	}
}

func (c *client) subscribe(id, query string) {
	c.t.Helper()
	c.send(fmt.Sprintf(`{"id":%q,"type":"subscribe","payload":{"query":%q}}`, id, query))
}

func (c *client) receive() (string, error) {
	ctx, cancel := context.WithTimeout(c.t.Context(), eventTimeout)
	defer cancel()
	_, text, err := c.connection.Read(ctx)
	return string(text), err
}

func (c *client) expect(want ...string) {
	c.t.Helper()
	for _, message := range want {
		got, err := c.receive()
		if err != nil {
			c.t.Fatalf("got %v, want %s", err, message)
		}
		if got != message {
			c.t.Fatalf("got %s, want %s", got, message)
		}
	}
}

// expectClose skips messages until the socket closes.
func (c *client) expectClose(code websocket.StatusCode, reason string) {
	c.t.Helper()
	for {
		got, err := c.receive()
		if err == nil {
			c.t.Logf("before the end: %s", got)
			continue
		}
		var closed websocket.CloseError
		if !errors.As(err, &closed) {
			c.t.Fatalf("got %v, want %d", err, code)
		}
		if closed.Code != code || closed.Reason != reason {
			c.t.Fatalf("got %d %q, want %d %q", closed.Code, closed.Reason, code, reason)
		}
		return
	}
}
