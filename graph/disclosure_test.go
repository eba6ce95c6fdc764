package graph_test

import (
	"bytes"
	"context"
	"database/sql"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/coder/websocket"

	"visavis/graph"
	"visavis/internal/demo/demotest"
)

// Database errors are logged, but no transport sends them to the caller.
func TestDatabaseErrorsAreNotDisclosed(t *testing.T) {
	address := demotest.Salon.SQLiteURL(t)
	options := demoOptions(t, address, nil)
	var log bytes.Buffer
	options.Logger = slog.New(slog.NewTextHandler(&log, nil))
	db, err := sql.Open("sqlite3", strings.TrimPrefix(address, "sqlite:"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), "PRAGMA legacy_alter_table = ON; ALTER TABLE branches RENAME TO hidden"); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(graph.NewHandler(options))
	defer server.Close()
	for _, operation := range []string{
		"{branches{nodes{id}}}",
		`mutation{appointmentHold(input:{branchId:\"brn_demo-mitte\",serviceId:\"svc_demo-video-care\",start:\"2026-11-24T09:00:00Z\"}){userErrors{code}}}`,
		`subscription{scheduleChanged(branchId:\"brn_demo-mitte\"){id}}`,
	} {
		body := `{"query":"` + operation + `"}`
		for name, ask := range map[string]func() (string, error){
			"HTTP":      func() (string, error) { return post(t.Context(), server, "application/json", body) },
			"SSE":       func() (string, error) { return post(t.Context(), server, "text/event-stream", body) },
			"WebSocket": func() (string, error) { return overSocket(t.Context(), server, body) },
		} {
			if name == "HTTP" && strings.HasPrefix(operation, "subscription") {
				continue
			}
			answer, err := ask()
			if err != nil || !strings.Contains(answer, `"code":"INTERNAL"`) || strings.Contains(answer, "table") {
				t.Errorf("%s %s\nanswers %s %v", name, operation, answer, err)
			}
		}
	}
	if !strings.Contains(log.String(), "no such table: branches") {
		t.Errorf("the log does not contain the error: %s", &log)
	}
}

const malformed = `{"query":"{branches{id}}","variables":{"password":"hunter2",}`

// Malformed input may contain a password.
func TestMalformedJSONIsNotDisclosed(t *testing.T) {
	server := httptest.NewServer(bareAPI())
	defer server.Close()
	for name, ask := range map[string]func() (string, error){
		"HTTP": func() (string, error) { return post(t.Context(), server, "application/json", malformed) },
		"HTTP of GraphQL": func() (string, error) {
			return post(t.Context(), server, "application/graphql-response+json", malformed)
		},
		"SSE":                 func() (string, error) { return post(t.Context(), server, "text/event-stream", malformed) },
		"a query string":      func() (string, error) { return byQueryString(t.Context(), server, "application/json") },
		"a query string, SSE": func() (string, error) { return byQueryString(t.Context(), server, "text/event-stream") },
		"WebSocket":           func() (string, error) { return closeReason(t.Context(), server, malformed) },
		"WebSocket, init": func() (string, error) {
			return closeReason(t.Context(), server, `{"type":"connection_init","payload":`+malformed)
		},
		"WebSocket, payload": func() (string, error) {
			return closeReason(t.Context(), server, `{"type":"connection_init"}`, `{"id":"1","type":"subscribe","payload":{"query":"{branches{id}}","variables":"hunter2"}}`)
		},
	} {
		if answer, err := ask(); err != nil || answer == "" || strings.Contains(answer, "hunter2") || strings.Contains(answer, "password") {
			t.Errorf("%s: %s %v", name, answer, err)
		}
	}
}

// byQueryString sends malformed variables in a GET request.
func byQueryString(ctx context.Context, server *httptest.Server, accept string) (string, error) {
	parameters := url.Values{"query": {"{branches{nodes{id}}}"}, "variables": {`{"password":"hunter2",}`}}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+"?"+parameters.Encode(), nil)
	if err != nil {
		return "", err
	}
	request.Header.Set("Accept", accept)
	response, err := server.Client().Do(request)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return string(text), err
}

// closeReason sends messages and returns everything received until the socket closes.
func closeReason(ctx context.Context, server *httptest.Server, messages ...string) (string, error) {
	connection, _, err := websocket.Dial(ctx, server.URL, &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		return "", err
	}
	defer connection.CloseNow()
	for _, message := range messages {
		if err := connection.Write(ctx, websocket.MessageText, []byte(message)); err != nil {
			return "", err
		}
	}
	for received := ""; ; {
		_, text, err := connection.Read(ctx)
		if err != nil {
			return received + err.Error(), nil
		}
		received += string(text)
	}
}
