package transport

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// encode returns the JSON of a response.
func encode(response *graphql.Response) []byte {
	return slices.Concat(parts(response)...)
}

// parts returns the JSON of a response in pieces. Unlike gqlgen it omits data if execution never began, so that clients can
// tell request errors from field errors.
func parts(response *graphql.Response) [][]byte {
	if len(response.Errors) == 0 && len(response.Extensions) == 0 && len(response.Data) > 0 {
		return dataParts(response.Data)
	}
	text, err := json.Marshal(struct {
		Errors     gqlerror.List   `json:"errors,omitempty"`
		Data       json.RawMessage `json:"data,omitempty"`
		Extensions map[string]any  `json:"extensions,omitempty"`
	}{response.Errors, response.Data, response.Extensions})
	if err != nil {
		return parts(internalError())
	}
	return [][]byte{text}
}

// dataParts returns the JSON of a response without errors. Encoding or copying data, which is JSON already, would cost more than
// everything else here.
func dataParts(data json.RawMessage) [][]byte {
	return [][]byte{beginningOfData, data, endOfData}
}

var beginningOfData, endOfData = []byte(`{"data":`), []byte(`}`)

// isRequestError reports whether nothing was executed.
func isRequestError(response *graphql.Response) bool {
	return len(response.Data) == 0 && len(response.Errors) > 0
}

// isDatabaseOutage reports whether a response has no data and an error that the database caused.
func isDatabaseOutage(response *graphql.Response) bool {
	if len(response.Data) > 0 && string(response.Data) != "null" {
		return false
	}
	return slices.ContainsFunc(response.Errors, func(err *gqlerror.Error) bool {
		code := err.Extensions["code"]
		return code == CodeDatabaseUnavailable || code == CodeStorageFull || code == CodeStorageReadOnly
	})
}

// setHeaders sets the headers of every JSON response. It is called before execution, so
// that they are also present after a panic.
func setHeaders(writer http.ResponseWriter, mediaType string) {
	header := writer.Header()
	header.Set("Content-Type", mediaType+"; charset=utf-8")
	header["Cache-Control"], header["X-Content-Type-Options"] = noStore, noSniff
	header.Add("Vary", "Accept, Accept-Encoding")
}

// Values of headers that all responses share.
var noStore, noSniff = []string{"no-store"}, []string{"nosniff"}

func writeResponse(writer http.ResponseWriter, status int, response *graphql.Response) {
	write(writer, status, parts(response)...)
}

func write(writer http.ResponseWriter, status int, pieces ...[]byte) {
	writer.Header().Set("Content-Length", strconv.Itoa(lengthOf(pieces)))
	writer.WriteHeader(status)
	for _, piece := range pieces {
		if _, err := writer.Write(piece); err != nil {
			return // the client has disconnected
		}
	}
}

func writeRefusal(writer http.ResponseWriter, mediaType string, refused *refusal) {
	setHeaders(writer, mediaType)
	writeResponse(writer, refused.status, refused.response())
}
