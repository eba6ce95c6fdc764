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

// SSE answers operations of any kind with a stream of server-sent events: a next event
// for each response, then a complete event.
type SSE struct {
	// Connections, if set, ends the streams when the server shuts down.
	Connections *Connections
	// Caller, if set, returns for whom a connection counts.
	Caller func(ctx context.Context) Caller
	// Ended, if set, returns a channel that is closed when the client's session
	// ends, which ends the stream. release is called when the stream has ended.
	Ended func(ctx context.Context) (ended <-chan struct{}, release func())
	// BodyLimit is the maximum size of a POST body or a GET query string, in
	// bytes; 128 KB if zero.
	BodyLimit int64
	// KeepAlive is the interval of comments that keep proxies from closing an idle
	// stream; 15 s if zero.
	KeepAlive time.Duration
	// WriteTimeout is how long one write may take before the client is
	// disconnected; 10 s if zero.
	WriteTimeout time.Duration
}

// answer returns when the stream has ended.
func (t SSE) answer(ctx context.Context, writer http.ResponseWriter, request *http.Request, executor graphql.GraphExecutor) {
	connection, refused := t.Connections.register(callerIn(ctx, t.Caller))
	if refused != nil {
		writeRefusal(writer, mediaTypeJSON, refused)
		return
	}
	defer connection.unregister()
	if !connection.begin() {
		writeRefusal(writer, mediaTypeJSON, tooManyOperations())
		return
	}
	parameters, refused := readParameters(writer, request, t.BodyLimit)
	if refused != nil {
		writeRefusal(writer, mediaTypeJSON, refused)
		return
	}
	ctx, cancel := context.WithCancel(ctx)
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
	// The first comment makes the client report the stream as open.
	if events.keepAlive() != nil {
		return
	}
	if failure != nil {
		// The protocol requires these in the stream, because EventSource hides the
		// body of any other response from the page.
		if events.next(encode(failure)) == nil {
			_ = events.complete()
		}
		return
	}
	var ended <-chan struct{}
	if t.Ended != nil {
		var release func()
		ended, release = t.Ended(ctx) // before authorization, so that no end is missed
		defer release()
	}
	produced := produce(ctx, executor, operation)
	defer func() {
		cancel()
		for range produced { // wait until the operation has ended
		}
	}()
	t.forward(ctx, events, produced, connection.closing(), ended)
}

// produce executes the operation in its own goroutine, because waiting for a response
// blocks. Only the handler's goroutine writes.
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

// forward writes events until the operation completes, the client disconnects, its
// session ends, or the server shuts down. A shutdown sends no complete event, so that
// clients reconnect.
func (t SSE) forward(ctx context.Context, events *eventStream, produced <-chan []byte, closing, ended <-chan struct{}) {
	ticker := time.NewTicker(cmp.Or(t.KeepAlive, defaultPingInterval))
	defer ticker.Stop()
	for {
		var err error
		select {
		case <-ctx.Done():
			return
		case <-closing:
			return
		case <-ended:
			if events.next(encode(unauthorized())) == nil {
				_ = events.complete()
			}
			return
		case <-ticker.C:
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
