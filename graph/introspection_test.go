package graph_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"visavis/graph"
	"visavis/graph/transport"
)

// closedAPI returns a bareAPI with introspection disabled.
func closedAPI() http.Handler {
	return graph.NewHandler(graph.Options{Logger: slog.New(slog.DiscardHandler), Connections: transport.NewConnections(transport.Limits{})})
}

func TestIntrospectionIsDisabledWithoutTheExplorer(t *testing.T) {
	api := closedAPI()
	for range 2 { // the second time the documents are cached
		for _, document := range []string{
			introspection,
			"{__schema{queryType{name}}}",
			`{__type(name:"Query"){name}}`,
			"{__typename a:__schema@skip(if:true){queryType{name}}}",
			"{...{...{__schema{queryType{name}}}}}",
			"{...F} fragment F on Query{...G} fragment G on Query{__schema{queryType{name}}}",
		} {
			if code, message := firstError(api, document, "en"); code != "INTROSPECTION_DISABLED" || message != "Introspection is disabled on this server. Ask its operator for the schema." {
				t.Errorf("%s\nanswers %s %q", document, code, message)
			}
		}
	}
	if code, message := firstError(api, "{__typename}", "en"); code != "" || message != "" {
		t.Errorf("__typename: %s %q", code, message)
	}
}

func TestTheIntrospectionErrorIsLocalized(t *testing.T) {
	if _, message := firstError(closedAPI(), introspection, "de"); message != "Dieser Server gibt sein Schema nicht preis. Frag den Betreiber danach." {
		t.Errorf("got %q", message)
	}
}

func TestIntrospectionIsDisabledOnEveryTransport(t *testing.T) {
	server := httptest.NewServer(closedAPI())
	defer server.Close()
	const body = `{"query":"{__schema{queryType{name}}}"}`
	for name, ask := range map[string]func() (string, error){
		"HTTP":      func() (string, error) { return post(t.Context(), server, "application/json", body) },
		"SSE":       func() (string, error) { return post(t.Context(), server, "text/event-stream", body) },
		"WebSocket": func() (string, error) { return overSocket(t.Context(), server, body) },
	} {
		if answer, err := ask(); err != nil || !strings.Contains(answer, "INTROSPECTION_DISABLED") || strings.Contains(answer, "queryType") {
			t.Errorf("%s: %q %v", name, answer, err)
		}
	}
}

// The documents cover every suggestion of every rule.
func TestErrorsSuggestNoNamesWithoutTheExplorer(t *testing.T) {
	open, closed := bareAPI(), closedAPI()
	for _, document := range []string{
		"{branche{id}}",
		`{node(id:"x"){displayName}}`,
		"{branches}",
		`{branch(idd:"x",id:"x"){id}}`,
		"{branches{id@skip(iff:true,if:true)}}",
		"{...F} fragment F on Querry{branches{id}}",
		`mutation{serviceCreate(input:{categoryId:"x",name:"x",delivery:VIDEO,duration:"x",descripton:"x"}){userErrors{code}}}`,
		`mutation{serviceCreate(input:{categoryId:"x",name:"x",delivery:VIDE,duration:"x"}){userErrors{code}}}`,
		`mutation{serviceCreate(input:{categoryId:"x",name:"x",delivery:"VIDEO",duration:"x"}){userErrors{code}}}`,
	} {
		if _, message := firstError(open, document, "en"); !strings.Contains(message, "Did you mean") {
			t.Errorf("%s\nlacks a suggestion: %s", document, message)
		}
		code, message := firstError(closed, document, "en")
		if code != "GRAPHQL_VALIDATION_FAILED" || strings.Contains(message, "Did you mean") {
			t.Errorf("%s\nanswers %s %s", document, code, message)
		}
	}
}
