package transport

import (
	"cmp"
	"context"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"visavis/internal/web/contentcoding"
)

// HTTP answers each query or mutation with one response, as specified by GraphQL over
// HTTP.
type HTTP struct {
	// BodyLimit is the maximum size of a POST body or a GET query string, in
	// bytes; 128 KB if zero.
	BodyLimit int64
	// WriteTimeout is how long the client may take to read the response before it
	// is disconnected; 30 s if zero, as responses can be large and networks slow.
	WriteTimeout time.Duration
	// Compressible, if set, reports whether responses to an operation may be
	// compressed. If nil, none is.
	Compressible func(operation *ast.OperationDefinition) bool
}

func (t HTTP) answer(ctx context.Context, writer http.ResponseWriter, request *http.Request, executor graphql.GraphExecutor) {
	mediaType, ok := negotiate(request.Header)
	if !ok {
		writeRefusal(writer, mediaType, &refusal{
			http.StatusNotAcceptable, CodeBadRequest,
			"The response can be application/graphql-response+json or application/json.",
		})
		return
	}
	parameters, refused := readParameters(writer, request, t.BodyLimit)
	if refused != nil {
		writeRefusal(writer, mediaType, refused)
		return
	}
	setHeaders(writer, mediaType)
	ctx, added := collectAdditions(ctx)
	operation, failure := prepare(ctx, executor, parameters)
	if failure != nil {
		writeResponse(writer, requestErrorStatus(mediaType), failure)
		return
	}
	if refused := refuseOverHTTP(writer, request, operation.Operation.Operation); refused != nil {
		writeResponse(writer, refused.status, refused.response())
		return
	}
	responses, ctx := executor.DispatchOperation(ctx, operation)
	response := responses(ctx)
	if response == nil {
		refused := &refusal{http.StatusServiceUnavailable, CodeUnavailable, "The request ended before it was answered."}
		writeResponse(writer, refused.status, refused.response())
		return
	}
	errors, reused := added.list()
	response.Errors = append(response.Errors, errors...)
	t.limitWriting(writer)
	status := http.StatusOK
	if isRequestError(response) {
		status = requestErrorStatus(mediaType)
	}
	if mediaType != mediaTypeJSON && isDatabaseOutage(response) {
		status = http.StatusServiceUnavailable
	}
	pieces := parts(response)
	if len(response.Errors) == 0 && t.mayCompress(request.Header, operation.Operation, lengthOf(pieces)) {
		writer.Header().Set("Content-Encoding", contentcoding.Gzip)
		pieces = [][]byte{compressed(pieces, reused)}
	}
	write(writer, status, pieces...)
}

// limitWriting sets the write deadline. If the writer does not support one, the
// server's own timeouts apply.
func (t HTTP) limitWriting(writer http.ResponseWriter) {
	deadline := time.Now().Add(cmp.Or(t.WriteTimeout, 30*time.Second))
	_ = http.NewResponseController(writer).SetWriteDeadline(deadline)
}

func refuseOverHTTP(writer http.ResponseWriter, request *http.Request, kind ast.Operation) *refusal {
	switch {
	case kind == ast.Subscription:
		return badRequest("Subscriptions need a WebSocket or an event stream.")
	case request.Method == http.MethodGet && kind != ast.Query:
		return methodNotAllowed(writer, "POST", "GET is for queries only.")
	}
	return nil
}

// requestErrorStatus returns the status of a response to an invalid request. It is 200
// for plain JSON, whose clients treat any other status as a transport error.
func requestErrorStatus(mediaType string) int {
	if mediaType == mediaTypeJSON {
		return http.StatusOK
	}
	return http.StatusBadRequest
}
