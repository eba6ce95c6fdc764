package transport

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
)

// decodeParameters decodes one GraphQL request. Its error messages are fixed, and short
// enough for the reason of a WebSocket close frame.
func decodeParameters(text []byte) (*graphql.RawParams, *refusal) {
	if !utf8.Valid(text) {
		return nil, badRequest("The request must be encoded in UTF-8.")
	}
	var members struct{ Query, OperationName, Variables, Extensions any }
	err := decodeJSON(text, &members)
	if _, isOther := errors.AsType[*json.UnmarshalTypeError](err); isOther {
		return nil, badRequest("The request must be one JSON object; batches are not supported.")
	}
	if err != nil {
		return nil, badRequest("The request is not valid JSON.")
	}
	if members.Query == nil {
		return nil, badRequest("The request has no query.")
	}
	parameters := &graphql.RawParams{}
	var ok bool
	if parameters.Query, ok = members.Query.(string); !ok {
		return nil, badRequest("The query must be a string.")
	}
	if parameters.OperationName, ok = members.OperationName.(string); !ok && members.OperationName != nil {
		return nil, badRequest("The operationName must be a string.")
	}
	if parameters.Variables, ok = members.Variables.(map[string]any); !ok && members.Variables != nil {
		return nil, badRequest("The variables must be a JSON object.")
	}
	if parameters.Extensions, ok = members.Extensions.(map[string]any); !ok && members.Extensions != nil {
		return nil, badRequest("The extensions must be a JSON object.")
	}
	return parameters, nil
}

// decodeObject decodes a JSON object; empty text and null decode to nil.
func decodeObject(text []byte) (object map[string]any, ok bool) {
	if isAbsent(text) {
		return nil, true
	}
	err := decodeJSON(text, &object)
	return object, err == nil
}

// decodeJSON decodes one JSON value. Numbers become json.Number, as the executor expects.
func decodeJSON(text []byte, value any) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	err := decoder.Decode(value)
	if _, next := decoder.Token(); next != io.EOF {
		return errors.New("the text goes on after the value")
	}
	return err
}

func isAbsent(text []byte) bool {
	return len(text) == 0 || string(text) == "null"
}
