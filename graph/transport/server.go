package transport

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
)

// A Server answers GraphQL requests over the transport that each asks for.
type Server struct {
	Executor  *executor.Executor
	WebSocket WebSocket
	SSE       SSE
	HTTP      HTTP
	// Context, if set, returns the context of a request, which must derive from the
	// request's own. answersAtOnce reports whether the request gets a single response,
	// whose headers the operation can still set: sockets and streams send theirs
	// before it runs.
	Context func(writer http.ResponseWriter, request *http.Request, answersAtOnce bool) context.Context
}

// ServeHTTP answers a request, and returns when its stream has ended. A socket remains.
func (s *Server) ServeHTTP(writer http.ResponseWriter, request *http.Request) {
	answer := s.HTTP.answer
	switch {
	case upgradesToWebSocket(request):
		answer = s.WebSocket.answer
	case prefersEventStream(request.Header):
		answer = s.SSE.answer
	}
	ctx := request.Context()
	if s.Context != nil {
		ctx = s.Context(writer, request, !upgradesToWebSocket(request) && !prefersEventStream(request.Header))
	}
	ctx = graphql.StartOperationTrace(ctx)
	defer func() {
		if value := recover(); value != nil {
			writeResponse(writer, http.StatusInternalServerError, presentPanic(ctx, s.Executor, value))
		}
	}()
	answer(ctx, writer, request, s.Executor)
}
