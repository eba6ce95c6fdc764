package transport

import (
	"cmp"
	"context"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"
)

// WebSocket answers any number of operations over one socket, by the
// graphql-transport-ws protocol. It is the first transport to be added to a
// server.
type WebSocket struct {
	// Connections, if given, closes the sockets when the server shuts down.
	Connections *Connections
	// Origins are the origins, such as https://salon.example, whose pages may
	// open a socket apart from those of the server's own host. They are
	// compared whole; there are no wildcards.
	Origins []string
	// Init, if given, is called with the payload of connection_init, which is
	// nil if there was none. Operations run in the context it returns, which
	// derives from the given one; an error closes the socket with 4403 and is
	// not shown to the client.
	Init func(ctx context.Context, payload map[string]any) (context.Context, error)
	// Ended, if given, tells when whoever has opened the socket is no longer
	// welcome: then it is closed with 4401. It gets the context of Init, and what
	// it returns beside the channel is called when the socket is gone.
	Ended func(ctx context.Context) (ended <-chan struct{}, release func())
	// MessageLimit is the largest message of a client, in bytes; 128 KB if zero.
	MessageLimit int64
	// OperationLimit is how many operations a socket may run at once; 32 if zero.
	OperationLimit int
	// InitTimeout is how long a client may take to send connection_init; 3 s if
	// zero.
	InitTimeout time.Duration
	// PingInterval is how often the server sends a ping; 15 s if zero. A client
	// that sends nothing at all after two pings has gone.
	PingInterval time.Duration
	// WriteTimeout is how long one message may take before the client is cut;
	// 10 s if zero.
	WriteTimeout time.Duration
}

var _ graphql.Transport = WebSocket{}

// Supports tells whether the request is for this transport.
func (WebSocket) Supports(request *http.Request) bool {
	return upgradesToWebSocket(request)
}

// Do opens the socket and returns when it has been closed and everything it
// was running has ended.
func (t WebSocket) Do(writer http.ResponseWriter, request *http.Request, executor graphql.GraphExecutor) {
	if !isOriginAllowed(request, t.Origins) {
		writeRefusal(writer, mediaTypeJSON, &refusal{
			http.StatusForbidden, CodeForbidden, "This origin may not open a WebSocket.",
		})
		return
	}
	ending, leave, ok := t.Connections.register()
	if !ok {
		writeRefusal(writer, mediaTypeJSON, shuttingDown())
		return
	}
	defer leave()
	connection, err := websocket.Accept(writer, request, &websocket.AcceptOptions{
		Subprotocols:       []string{subprotocol},
		InsecureSkipVerify: true, // the origin was checked above, more strictly
	})
	if err != nil {
		return // Accept has answered
	}
	newSocket(t.withDefaults(), connection, executor, request.Header).serve(request.Context(), ending)
}

func (t WebSocket) withDefaults() WebSocket {
	t.MessageLimit = cmp.Or(t.MessageLimit, defaultSizeLimit)
	t.OperationLimit = cmp.Or(t.OperationLimit, 32)
	t.InitTimeout = cmp.Or(t.InitTimeout, 3*time.Second)
	t.PingInterval = cmp.Or(t.PingInterval, defaultPingInterval)
	t.WriteTimeout = cmp.Or(t.WriteTimeout, defaultWriteTimeout)
	return t
}
