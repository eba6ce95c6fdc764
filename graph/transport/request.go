package transport

import (
	"bytes"
	"cmp"
	"errors"
	"mime"
	"net/http"
	"net/url"
	"sync"

	"github.com/99designs/gqlgen/graphql"
)

const defaultSizeLimit = 128 << 10

// readParameters reads a GraphQL request from the body of a POST or the query string
// of a GET.
func readParameters(writer http.ResponseWriter, request *http.Request, limit int64) (*graphql.RawParams, *refusal) {
	start := graphql.Now()
	limit = cmp.Or(limit, defaultSizeLimit)
	var parameters *graphql.RawParams
	var refused *refusal
	switch request.Method {
	case http.MethodPost:
		parameters, refused = readBody(writer, request, limit)
	case http.MethodGet:
		parameters, refused = readQueryString(request, limit)
	default:
		refused = methodNotAllowed(writer, "GET, POST", "Use POST, or GET for queries.")
	}
	if refused != nil {
		return nil, refused
	}
	parameters.Headers = request.Header
	parameters.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	return parameters, nil
}

func readBody(writer http.ResponseWriter, request *http.Request, limit int64) (*graphql.RawParams, *refusal) {
	mediaType, parameters, err := mime.ParseMediaType(request.Header.Get("Content-Type"))
	if err != nil || mediaType != mediaTypeJSON || !isUTF8(parameters) {
		return nil, unsupportedMediaType("The Content-Type must be application/json in UTF-8.")
	}
	if request.Header.Get("Content-Encoding") != "" {
		return nil, unsupportedMediaType("A compressed request body is not supported.")
	}
	body := bodies.Get().(*bytes.Buffer)
	defer bodies.Put(body)
	body.Reset()
	_, err = body.ReadFrom(http.MaxBytesReader(writer, request.Body, limit))
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		return nil, &refusal{http.StatusRequestEntityTooLarge, CodeBadRequest, "The request body is too large."}
	}
	if err != nil {
		return nil, badRequest("The request body could not be read.")
	}
	return decodeParameters(body.Bytes())
}

// bodies holds buffers for request bodies, of which nothing remains after decoding.
var bodies = sync.Pool{New: func() any { return &bytes.Buffer{} }}

func readQueryString(request *http.Request, limit int64) (*graphql.RawParams, *refusal) {
	if int64(len(request.URL.RawQuery)) > limit {
		return nil, &refusal{http.StatusRequestURITooLong, CodeBadRequest, "The query string is too long."}
	}
	values, err := url.ParseQuery(request.URL.RawQuery)
	if err != nil {
		return nil, badRequest("The query string is malformed.")
	}
	if values.Get("query") == "" {
		return nil, badRequest("The request has no query.")
	}
	parameters := &graphql.RawParams{Query: values.Get("query"), OperationName: values.Get("operationName")}
	var ok bool
	if parameters.Variables, ok = decodeObject([]byte(values.Get("variables"))); !ok {
		return nil, badRequest("The variables must be a JSON object.")
	}
	if parameters.Extensions, ok = decodeObject([]byte(values.Get("extensions"))); !ok {
		return nil, badRequest("The extensions must be a JSON object.")
	}
	return parameters, nil
}

func unsupportedMediaType(message string) *refusal {
	return &refusal{http.StatusUnsupportedMediaType, CodeBadRequest, message}
}

func methodNotAllowed(writer http.ResponseWriter, allowed, message string) *refusal {
	writer.Header().Set("Allow", allowed)
	return &refusal{http.StatusMethodNotAllowed, CodeBadRequest, message}
}
