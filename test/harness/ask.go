package harness

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
)

// Variables are those of a GraphQL operation.
type Variables map[string]any

// Answer is a GraphQL response, with the cookies that came with it.
type Answer struct {
	Cookies []*http.Cookie `json:"-"`
	Data    map[string]any
	Errors  []struct {
		Message    string
		Extensions map[string]any
	}
}

// Ask sends an operation and returns the whole answer. Headers are pairs of name and value.
func (s *Server) Ask(operation string, v Variables, headers ...string) Answer {
	s.T.Helper()
	body, err := json.Marshal(map[string]any{"query": operation, "variables": v})
	if err != nil {
		s.T.Fatal(err)
	}
	request, err := http.NewRequestWithContext(s.T.Context(), http.MethodPost, "http://"+s.Addr+"/graphql", bytes.NewReader(body))
	if err != nil {
		s.T.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	for name := range s.Header {
		request.Header.Set(name, s.Header.Get(name))
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			request.Host = headers[i+1]
		}
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		s.T.Fatal(err)
	}
	defer response.Body.Close()
	a := Answer{Cookies: response.Cookies()}
	if err := json.NewDecoder(io.TeeReader(response.Body, s.Received)).Decode(&a); err != nil {
		s.T.Fatal(err)
	}
	return a
}

// Query sends an operation, fails the test on any error, and returns the data.
func (s *Server) Query(operation string, v Variables) map[string]any {
	s.T.Helper()
	a := s.Ask(operation, v)
	if len(a.Errors) > 0 {
		s.T.Fatalf("%s\nanswers %+v", operation, a.Errors)
	}
	return a.Data
}

// Mutate runs one mutation, fails the test on any error or user error, and returns the selected field of the payload.
func (s *Server) Mutate(name, selection string, input Variables) any {
	s.T.Helper()
	inputType := strings.ToUpper(name[:1]) + name[1:] + "Input!"
	data := s.Query("mutation($input: "+inputType+") { "+name+"(input: $input) { "+selection+" userErrors { code field message } } }",
		Variables{"input": input})
	payload := data[name].(map[string]any)
	if wrong := payload["userErrors"].([]any); len(wrong) > 0 {
		s.T.Fatalf("%s: %v", name, wrong)
	}
	field, _, _ := strings.Cut(selection, " ")
	return payload[field]
}

// Create runs a mutation and returns the ID of the object that it created.
func (s *Server) Create(name, field string, input Variables) string {
	s.T.Helper()
	return s.Mutate(name, field+" { id }", input).(map[string]any)["id"].(string)
}

// List returns a decoded JSON array of objects.
func List(value any) []map[string]any {
	var elements []map[string]any
	for _, element := range value.([]any) {
		elements = append(elements, element.(map[string]any))
	}
	return elements
}

// Nodes returns the elements of a page.
func Nodes(connection any) []map[string]any { return List(connection.(map[string]any)["nodes"]) }
