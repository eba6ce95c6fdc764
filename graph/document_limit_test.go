package graph_test

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/coder/websocket"

	"visavis/graph"
	"visavis/graph/transport"
)

// introspection is GraphiQL's introspection query, with all options enabled.
//
//go:embed testdata/introspection.graphql
var introspection string

// Most documents within the limits are then rejected by validation, so that nothing
// is executed.
func TestDocumentLimits(t *testing.T) {
	api := bareAPI()
	for _, test := range []struct{ name, document, want string }{
		{"introspection", introspection, ""},
		{"10 levels", nested(10), ""},
		{"11 levels", nested(11), "The document is more than 10 levels deep. Query deeper objects by their IDs."},
		{"11 levels through a fragment", "{a{b{c{d{e{f{...G}}}}}}} fragment G on T{h{i{j{k{l}}}}}", "more than 10 levels"},
		{"an inline fragment is a level", nested(9) + "{a{...{b}}}", ""},
		{"11 levels of inline fragments", "{a" + strings.Repeat("{...", 10) + "{b}" + strings.Repeat("}", 11), "more than 10 levels"},
		{"20 fragments", "{a}" + strings.Repeat("fragment F on T{a}", 20), ""},
		{"21 fragments", "{a}" + strings.Repeat("fragment F on T{a}", 21), "defines more than 20 fragments"},
		{"100 spreads", "{a{" + strings.Repeat("...F ", 100) + "}} fragment F on T{b}", ""},
		{"101 spreads", "{a{" + strings.Repeat("...F ", 101) + "}} fragment F on T{b}", "spreads fragments more than 100 times"},
		{"101 inline fragments", "{a{" + strings.Repeat("...{b}", 101) + "}}", "spreads fragments more than 100 times"},
		{"20 root fields", "{" + strings.Repeat("a ", 20) + "}", ""},
		{"21 root fields", "{" + strings.Repeat("a ", 21) + "}", "more than 20 top-level fields"},
		{"21 root fields through fragments", "{...F ...F ...{" + strings.Repeat("a ", 11) + "}} fragment F on Query{a b c d e}", "more than 20 top-level fields"},
		{"20 root fields in each of two operations", "query A{" + strings.Repeat("a ", 20) + "} query B{" + strings.Repeat("a ", 20) + "}", ""},
		{"500 fields", "{a{" + strings.Repeat("b ", 499) + "}}", ""},
		{"501 fields", "{a{" + strings.Repeat("b ", 500) + "}}", "more than 500 fields"},
		{"501 fields in two operations", "query A{a{" + strings.Repeat("b ", 250) + "}} query B{a{" + strings.Repeat("b ", 249) + "}}", "more than 500 fields"},
		{"501 fields through fragments", "{a{" + strings.Repeat("...F ", 50) + "}} fragment F on T{" + strings.Repeat("b ", 10) + "}", "more than 500 fields"},
		{"501 fields in an unused fragment", "{a} fragment F on T{" + strings.Repeat("b ", 500) + "}", "more than 500 fields"},
		{"introspection counts as fields", "{__schema{types{" + strings.Repeat("name ", 500) + "}}}", "more than 500 fields"},
		{"30 aliases", "{a{" + strings.Repeat("b:c ", 30) + "}}", ""},
		{"31 aliases", "{a{" + strings.Repeat("b:c ", 31) + "}}", "more than 30 aliases"},
		{"an alias that changes nothing", "{a{" + strings.Repeat("b:b ", 31) + "}}", ""},
		{"30 directives", "{a" + strings.Repeat("@b", 30) + "}", ""},
		{"31 directives", "{a" + strings.Repeat("@b", 31) + "}", "more than 30 directives"},
		{"31 directives of an operation", "query A" + strings.Repeat("@b", 31) + "{a}", "more than 30 directives"},
		{"31 directives everywhere", "query A($a:Int" + strings.Repeat("@b", 8) + ")@b{...F" + strings.Repeat("@b", 8) + " ..." + strings.Repeat("@b", 7) + "{a}} fragment F on Query" + strings.Repeat("@b", 7) + "{a}", "more than 30 directives"},
		{"a fragment bomb", bomb(20, 10), "spreads fragments more than 100 times"},
		{"a fragment that spreads itself", "{...F} fragment F on Query{a{...F}}", "A fragment spreads itself"},
		{"a fragment that spreads itself through another", "{a} fragment F on T{...G} fragment G on T{...F}", "A fragment spreads itself"},
		{"an unknown fragment", "{...F}", ""},
		{"no document", "{", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			code, message := firstError(api, test.document, "en")
			switch {
			case test.want == "" && code == "DOCUMENT_TOO_LARGE":
				t.Errorf("rejected: %s", message)
			case test.want != "" && (code != "DOCUMENT_TOO_LARGE" || !strings.Contains(message, test.want)):
				t.Errorf("got %s %q, want %q", code, message, test.want)
			}
		})
	}
}

// GraphiQL sends this query on every start.
func TestIntrospectionIsWithinTheLimits(t *testing.T) {
	api := bareAPI()
	for range 2 { // the second time from the cache
		if code, message := firstError(api, introspection, "en"); message != "" {
			t.Errorf("%s %s", code, message)
		}
	}
}

func TestDocumentLimitMessagesAreLocalized(t *testing.T) {
	const want = "Das Dokument ist tiefer als 10 Ebenen. Frage tiefere Objekte mit ihren IDs ab."
	if _, message := firstError(bareAPI(), nested(11), "de"); message != want {
		t.Errorf("got %q", message)
	}
}

func TestDocumentLimitsApplyToEveryTransport(t *testing.T) {
	server := httptest.NewServer(bareAPI())
	defer server.Close()
	body := `{"query":"` + nested(11) + `"}`
	for name, ask := range map[string]func() (string, error){
		"HTTP":      func() (string, error) { return post(t.Context(), server, "application/json", body) },
		"SSE":       func() (string, error) { return post(t.Context(), server, "text/event-stream", body) },
		"WebSocket": func() (string, error) { return overSocket(t.Context(), server, body) },
	} {
		if answer, err := ask(); err != nil || !strings.Contains(answer, "DOCUMENT_TOO_LARGE") {
			t.Errorf("%s: %q %v", name, answer, err)
		}
	}
}

func nested(levels int) string {
	return strings.Repeat("{a", levels) + strings.Repeat("}", levels)
}

// bomb returns a chain of fragments that each spread the next one many times.
func bomb(length, width int) string {
	document := strings.Builder{}
	document.WriteString("{...F0}")
	for i := range length - 1 {
		fmt.Fprintf(&document, "fragment F%d on Query{%s}", i, strings.Repeat(fmt.Sprintf("...F%d ", i+1), width))
	}
	fmt.Fprintf(&document, "fragment F%d on Query{a}", length-1)
	return document.String()
}

// bareAPI returns an API without services, for documents that are rejected before execution.
func bareAPI() http.Handler {
	return graph.NewHandler(graph.Options{Logger: slog.New(slog.DiscardHandler), Connections: transport.NewConnections(transport.Limits{}), Explorer: true})
}

func firstError(api http.Handler, document, language string) (code, message string) {
	body, _ := json.Marshal(map[string]string{"query": document})
	request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(string(body)))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept-Language", language)
	recorder := httptest.NewRecorder()
	api.ServeHTTP(recorder, request)
	var answer struct {
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if err := json.Unmarshal(recorder.Body.Bytes(), &answer); err != nil {
		return "", err.Error()
	}
	if len(answer.Errors) == 0 {
		return "", ""
	}
	return answer.Errors[0].Extensions.Code, answer.Errors[0].Message
}

func post(ctx context.Context, server *httptest.Server, accept, body string) (string, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, server.URL, strings.NewReader(body))
	if err != nil {
		return "", err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", accept)
	response, err := server.Client().Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return string(text), err
}

func overSocket(ctx context.Context, server *httptest.Server, payload string) (string, error) {
	connection, _, err := websocket.Dial(ctx, server.URL, &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		return "", err
	}
	defer connection.CloseNow()
	for _, message := range []string{`{"type":"connection_init"}`, `{"id":"1","type":"subscribe","payload":` + payload + `}`} {
		if err := connection.Write(ctx, websocket.MessageText, []byte(message)); err != nil {
			return "", err
		}
	}
	if _, _, err := connection.Read(ctx); err != nil { // the acknowledgement
		return "", err
	}
	_, answer, err := connection.Read(ctx)
	return string(answer), err
}
