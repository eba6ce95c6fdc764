package transport

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
)

// decodeParameters decodes one GraphQL request. Its error messages are fixed, and short
// enough for the reason of a WebSocket close frame.
func decodeParameters(text []byte) (*graphql.RawParams, *refusal) {
	if !utf8.Valid(text) {
		return nil, badRequest("The request must be encoded in UTF-8.")
	}
	if !json.Valid(text) {
		return nil, badRequest("The request is not valid JSON.")
	}
	var members struct {
		Query         json.RawMessage `json:"query"`
		OperationName json.RawMessage `json:"operationName"`
		Variables     json.RawMessage `json:"variables"`
		Extensions    json.RawMessage `json:"extensions"`
	}
	if json.Unmarshal(text, &members) != nil {
		return nil, badRequest("The request must be one JSON object; batches are not supported.")
	}
	if isAbsent(members.Query) {
		return nil, badRequest("The request has no query.")
	}
	parameters := &graphql.RawParams{}
	if json.Unmarshal(members.Query, &parameters.Query) != nil {
		return nil, badRequest("The query must be a string.")
	}
	if !isAbsent(members.OperationName) && json.Unmarshal(members.OperationName, &parameters.OperationName) != nil {
		return nil, badRequest("The operationName must be a string.")
	}
	var ok bool
	if parameters.Variables, ok = decodeObject(members.Variables); !ok {
		return nil, badRequest("The variables must be a JSON object.")
	}
	if parameters.Extensions, ok = decodeObject(members.Extensions); !ok {
		return nil, badRequest("The extensions must be a JSON object.")
	}
	return parameters, nil
}

// decodeObject decodes a JSON object; empty text and null decode to nil. Numbers become
// json.Number, as the executor expects.
func decodeObject(text []byte) (object map[string]any, ok bool) {
	if isAbsent(text) {
		return nil, true
	}
	if !json.Valid(text) {
		return nil, false
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	return object, decoder.Decode(&object) == nil
}

func isAbsent(text []byte) bool {
	return len(text) == 0 || string(text) == "null"
}
