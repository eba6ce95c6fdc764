package transport

import (
	"cmp"
	"context"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"
)

// WebSocket answers any number of operations over one socket, using the
// graphql-transport-ws protocol.
type WebSocket struct {
	// Connections, if set, closes the sockets when the server shuts down.
	Connections *Connections
	// Origins lists further origins, such as https://salon.example, whose pages may
	// open a socket; pages of the server's own host always may. Wildcards are not
	// supported.
	Origins []string
	// Init, if set, is called with the payload of connection_init, which may be nil.
	// Operations run in the context it returns, which must derive from ctx. An error
	// closes the socket with 4403 and is not disclosed to the client.
	Init func(ctx context.Context, payload map[string]any) (context.Context, error)
	// Caller, if set, returns for whom a connection counts. Sockets ask again after Init.
	Caller func(ctx context.Context) Caller
	// Ended, if set, returns a channel that is closed when the client's session ends,
	// which closes the socket with 4401. It is called with the context of Init;
	// release is called when the socket has ended.
	Ended func(ctx context.Context) (ended <-chan struct{}, release func())
	// MessageLimit is the maximum size of a client's message, in bytes; 128 KB if zero.
	MessageLimit int64
	// OperationLimit is the maximum number of concurrent operations; 32 if zero.
	OperationLimit int
	// InitTimeout is how long a client may take to send connection_init; 3 s if
	// zero.
	InitTimeout time.Duration
	// PingInterval is the interval of the server's pings; 15 s if zero. A client
	// that sends nothing after two pings is disconnected.
	PingInterval time.Duration
	// WriteTimeout is how long one write may take before the client is
	// disconnected; 10 s if zero.
	WriteTimeout time.Duration
}

// answer opens the socket and returns while it is served: the stack and the buffers of
// a handler would take more memory than the rest of an idle socket.
func (t WebSocket) answer(ctx context.Context, writer http.ResponseWriter, request *http.Request, executor graphql.GraphExecutor) {
	if !isOriginAllowed(request, t.Origins) {
		writeRefusal(writer, mediaTypeJSON, &refusal{
			http.StatusForbidden, CodeForbidden, "This origin may not open a WebSocket.",
		})
		return
	}
	counted, refused := t.Connections.register(callerIn(ctx, t.Caller))
	if refused != nil {
		writeRefusal(writer, mediaTypeJSON, refused)
		return
	}
	connection, err := websocket.Accept(smallBuffers{writer}, request, &websocket.AcceptOptions{
		Subprotocols:       []string{subprotocol},
		InsecureSkipVerify: true, // the origin was checked above, more strictly
	})
	if err != nil {
		counted.unregister()
		return // Accept has responded
	}
	opened := newSocket(t.withDefaults(), connection, counted, executor, request.Header)
	go func() {
		defer counted.unregister()
		opened.serve(context.WithoutCancel(ctx))
	}()
}

func callerIn(ctx context.Context, callerOf func(context.Context) Caller) Caller {
	if callerOf == nil {
		return Caller{IsStranger: true}
	}
	return callerOf(ctx)
}

func (t WebSocket) withDefaults() WebSocket {
	t.MessageLimit = cmp.Or(t.MessageLimit, defaultSizeLimit)
	t.OperationLimit = cmp.Or(t.OperationLimit, 32)
	t.InitTimeout = cmp.Or(t.InitTimeout, 3*time.Second)
	t.PingInterval = cmp.Or(t.PingInterval, defaultPingInterval)
	t.WriteTimeout = cmp.Or(t.WriteTimeout, defaultWriteTimeout)
	return t
}
