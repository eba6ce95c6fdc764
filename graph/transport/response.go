package transport

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// encode gives the JSON of a response.
func encode(response *graphql.Response) []byte {
	return slices.Concat(parts(response)...)
}

// parts gives the JSON of a response in one piece after the other. Other than gqlgen it leaves data out when execution never
// began, which is how a client tells the two apart.
func parts(response *graphql.Response) [][]byte {
	if len(response.Errors) == 0 && len(response.Extensions) == 0 && len(response.Data) > 0 {
		// The data is JSON already: to read or to copy it once more would cost more than all the rest.
		return [][]byte{[]byte(`{"data":`), response.Data, []byte(`}`)}
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

// isRequestError tells whether a response says that nothing was executed.
func isRequestError(response *graphql.Response) bool {
	return len(response.Data) == 0 && len(response.Errors) > 0
}

// isOutage tells whether there is nothing in a response but that the database fails us.
func isDatabaseOutage(response *graphql.Response) bool {
	if len(response.Data) > 0 && string(response.Data) != "null" {
		return false
	}
	return slices.ContainsFunc(response.Errors, func(err *gqlerror.Error) bool {
		code := err.Extensions["code"]
		return code == CodeDatabaseUnavailable || code == CodeStorageFull || code == CodeStorageReadOnly
	})
}

// describe sets the headers that every JSON answer has. They are set before
// execution, so that they are also there when it panics.
func setHeaders(writer http.ResponseWriter, mediaType string) {
	header := writer.Header()
	header.Set("Content-Type", mediaType+"; charset=utf-8")
	header.Set("Cache-Control", "no-store")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Add("Vary", "Accept")
}

func writeResponse(writer http.ResponseWriter, status int, response *graphql.Response) {
	pieces := parts(response)
	length := 0
	for _, piece := range pieces {
		length += len(piece)
	}
	writer.Header().Set("Content-Length", strconv.Itoa(length))
	writer.WriteHeader(status)
	for _, piece := range pieces {
		if _, err := writer.Write(piece); err != nil {
			return // the client has gone; nobody is left to tell
		}
	}
}

func writeRefusal(writer http.ResponseWriter, mediaType string, refused *refusal) {
	setHeaders(writer, mediaType)
	writeResponse(writer, refused.status, refused.response())
}
