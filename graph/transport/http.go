package transport

import (
	"cmp"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// HTTP answers queries and mutations in one response each, as specified by
// GraphQL over HTTP. It takes every request that does not ask for a WebSocket,
// so it is the last transport to be added to a server.
type HTTP struct {
	// BodyLimit is the largest body of a POST and query string of a GET, in
	// bytes; 128 KB if zero.
	BodyLimit int64
	// WriteTimeout is how long the client may take to read the answer before it
	// is cut; 30 s if zero, as answers can be large and networks slow.
	WriteTimeout time.Duration
}

var _ graphql.Transport = HTTP{}

// Supports tells whether the request is for this transport.
func (HTTP) Supports(request *http.Request) bool {
	return !upgradesToWebSocket(request)
}

// AnswersAtOnce tells whether a request gets one answer whose headers come with it: a
// socket or a stream has sent them before anything is carried out.
func AnswersAtOnce(request *http.Request) bool {
	return !upgradesToWebSocket(request) && !prefersEventStream(request.Header)
}

// Do answers the request.
func (t HTTP) Do(writer http.ResponseWriter, request *http.Request, executor graphql.GraphExecutor) {
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
	ctx, added := collectAddedErrors(request.Context())
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
	response.Errors = append(response.Errors, added.list()...)
	t.limitWriting(writer)
	status := http.StatusOK
	if isRequestError(response) {
		status = requestErrorStatus(mediaType)
	}
	if mediaType != mediaTypeJSON && isDatabaseOutage(response) {
		status = http.StatusServiceUnavailable
	}
	writeResponse(writer, status, response)
}

// limitWriting leaves a writer that knows no deadlines to those of its server.
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

// requestErrorStatus is 200 for clients of plain JSON, which take any other
// status for a failure below GraphQL.
func requestErrorStatus(mediaType string) int {
	if mediaType == mediaTypeJSON {
		return http.StatusOK
	}
	return http.StatusBadRequest
}
