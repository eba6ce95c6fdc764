package transport

import (
	"cmp"
	"context"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

const (
	defaultPingInterval = 15 * time.Second
	defaultWriteTimeout = 10 * time.Second
)

// SSE answers an operation of any kind by a stream of server-sent events: a
// next event for each response, then a complete event. It is added to a server
// after WebSocket and before HTTP, which would refuse the media type.
type SSE struct {
	// Connections, if given, ends the streams when the server shuts down.
	Connections *Connections
	// Ended, if given, tells when whoever has opened the stream is no longer
	// welcome: then it ends. What it returns beside the channel is called when the
	// stream is gone.
	Ended func(ctx context.Context) (ended <-chan struct{}, release func())
	// BodyLimit is the largest body of a POST and query string of a GET, in
	// bytes; 128 KB if zero.
	BodyLimit int64
	// KeepAlive is how often a comment is sent to keep proxies from closing a
	// quiet stream; 15 s if zero.
	KeepAlive time.Duration
	// WriteTimeout is how long one write may take before the client is cut;
	// 10 s if zero.
	WriteTimeout time.Duration
}

var _ graphql.Transport = SSE{}

// Supports tells whether the request is for this transport.
func (SSE) Supports(request *http.Request) bool {
	return prefersEventStream(request.Header) && !upgradesToWebSocket(request)
}

// Do answers the request and returns when the stream has ended.
func (t SSE) Do(writer http.ResponseWriter, request *http.Request, executor graphql.GraphExecutor) {
	ending, leave, ok := t.Connections.register()
	if !ok {
		writeRefusal(writer, mediaTypeJSON, shuttingDown())
		return
	}
	defer leave()
	parameters, refused := readParameters(writer, request, t.BodyLimit)
	if refused != nil {
		writeRefusal(writer, mediaTypeJSON, refused)
		return
	}
	ctx, cancel := context.WithCancel(request.Context())
	defer cancel()
	operation, failure := prepare(ctx, executor, parameters)
	if failure == nil && request.Method == http.MethodGet && operation.Operation.Operation == ast.Mutation {
		writeRefusal(writer, mediaTypeJSON, methodNotAllowed(writer, "POST", "GET is not for mutations."))
		return
	}
	events, err := openEventStream(writer, cmp.Or(t.WriteTimeout, defaultWriteTimeout))
	if err != nil {
		setHeaders(writer, mediaTypeJSON)
		writeResponse(writer, http.StatusInternalServerError, internalError())
		return
	}
	defer func() { _ = events.limitWriting() }()
	// A first comment tells the client that the stream is open.
	if events.keepAlive() != nil {
		return
	}
	if failure != nil {
		// The protocol wants these in the stream: EventSource hides the body
		// of any other answer from its page.
		if events.next(encode(failure)) == nil {
			_ = events.complete()
		}
		return
	}
	var ended <-chan struct{}
	if t.Ended != nil {
		var release func()
		ended, release = t.Ended(ctx) // before it is asked whether the client is welcome
		defer release()
	}
	produced := produce(ctx, executor, operation)
	defer func() {
		cancel()
		for range produced { // wait until the operation has ended
		}
	}()
	t.forward(ctx, events, produced, ending, ended)
}

// produce executes the operation in a goroutine of its own, as waiting for a
// response blocks. Only the goroutine of the handler ever writes.
func produce(ctx context.Context, executor graphql.GraphExecutor, operation *graphql.OperationContext) <-chan []byte {
	produced := make(chan []byte)
	offer := func(response *graphql.Response) bool {
		select {
		case produced <- encode(response):
			return true
		case <-ctx.Done():
			return false
		}
	}
	go func() {
		defer close(produced)
		if failure := stream(ctx, executor, operation, offer); failure != nil {
			offer(failure)
		}
	}()
	return produced
}

// forward writes until the operation is complete, the client has gone or is no
// longer welcome, or the server ends the stream. The latter sends no complete event,
// so that clients connect anew.
func (t SSE) forward(ctx context.Context, events *eventStream, produced <-chan []byte, ending, ended <-chan struct{}) {
	pulse := time.NewTicker(cmp.Or(t.KeepAlive, defaultPingInterval))
	defer pulse.Stop()
	for {
		var err error
		select {
		case <-ctx.Done():
			return
		case <-ending:
			return
		case <-ended:
			if events.next(encode(unauthorized())) == nil {
				_ = events.complete()
			}
			return
		case <-pulse.C:
			err = events.keepAlive()
		case text, more := <-produced:
			if !more {
				if ctx.Err() == nil {
					_ = events.complete()
				}
				return
			}
			err = events.next(text)
		}
		if err != nil {
			return
		}
	}
}
