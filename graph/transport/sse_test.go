package transport_test

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"visavis/graph/transport"
)

var streamHeader = map[string]string{"Content-Type": plainJSON, "Accept": "text/event-stream"}

func next(payload string) string { return "event: next\ndata: " + payload + "\n\n" }

const (
	comment  = ":\n\n"
	complete = "event: complete\ndata:\n\n"
)

func TestSSE(t *testing.T) {
	server := newServer(t, settings{sse: transport.SSE{BodyLimit: 1000}})
	for query, want := range map[string]string{
		`{hello}`:                       next(`{"data":{"hello":"hello"}}`),
		`mutation{increase(by:1)}`:      next(`{"data":{"increase":1}}`),
		`subscription{counting(to:2)}`:  next(`{"data":{"counting":1}}`) + next(`{"data":{"counting":2}}`),
		`subscription{counting(to:0)}`:  "",
		`subscription{failing}`:         next(`{"data":{"failing":1}}`) + next(`{"errors":[{"message":"failing failed","extensions":{"code":"GONE"}}]}`),
		`subscription{refused}`:         next(`{"errors":[{"message":"refused refuses"}]}`),
		`subscription{panicking}`:       next(`{"errors":[{"message":"something broke"}]}`),
		`{panicking}`:                   next(`{"errors":[{"message":"something broke"}]}`),
		`subscription{collapsing}`:      next(`{"errors":[{"message":"collapsing collapsed"}]}`),
		`{failing}`:                     next(`{"errors":[{"message":"failing failed"}],"data":{"failing":null}}`),
		`query a{hello} query b{hello}`: next(`{"errors":[{"message":"operation  not found","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}`),
	} {
		got := server.do(t, "POST", "/", fmt.Sprintf(`{"query":%q}`, query), streamHeader)
		if got.body != comment+want+complete {
			t.Errorf("%s: got %q, want %q", query, got.body, comment+want+complete)
		}
		if got.status != 200 || got.header.Get("Content-Type") != "text/event-stream; charset=utf-8" {
			t.Errorf("%s: %d %s", query, got.status, got.header.Get("Content-Type"))
		}
	}
}

func TestSSEByGet(t *testing.T) {
	server := newServer(t, settings{})
	accept := map[string]string{"Accept": "text/event-stream"}
	got := server.do(t, "GET", "/?query="+url.QueryEscape("subscription{counting(to:1)}"), "", accept)
	if want := comment + next(`{"data":{"counting":1}}`) + complete; got.body != want {
		t.Errorf("got %q, want %q", got.body, want)
	}
	got = server.do(t, "GET", "/?query="+url.QueryEscape("mutation{increase(by:1)}"), "", accept)
	if got.status != http.StatusMethodNotAllowed {
		t.Errorf("a mutation by GET: %d %s", got.status, got.body)
	}
}

func TestSSERejectsInvalidRequests(t *testing.T) {
	server := newServer(t, settings{sse: transport.SSE{BodyLimit: 1000}})
	for _, test := range []struct {
		method, contentType, body string
		status                    int
	}{
		{"POST", plainJSON, `{"query":"hunter2`, 400},
		{"POST", plainJSON, `{"query":"` + strings.Repeat(" ", 1000) + `"}`, 413},
		{"POST", "text/plain", `{"query":"{hello}"}`, 415},
		{"PUT", plainJSON, `{"query":"{hello}"}`, 405},
	} {
		got := server.do(t, test.method, "/", test.body, map[string]string{"Content-Type": test.contentType, "Accept": "text/event-stream"})
		if got.status != test.status || !strings.Contains(got.body, "BAD_REQUEST") || strings.Contains(got.body, "hunter2") {
			t.Errorf("%s %s: %d %s", test.method, test.body, got.status, got.body)
		}
	}
}

// openStream starts a subscription and reads its first comment.
func openStream(t *testing.T, server *testServer, query string) (*http.Response, *bufio.Reader) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), "POST", server.URL, strings.NewReader(fmt.Sprintf(`{"query":%q}`, query)))
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range streamHeader {
		request.Header.Set(name, value)
	}
	response, err := server.Client().Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	reader := bufio.NewReader(response.Body)
	expectComment(t, reader)
	return response, reader
}

func expectComment(t *testing.T, reader *bufio.Reader) {
	t.Helper()
	got := make([]byte, len(comment))
	if _, err := io.ReadFull(reader, got); err != nil || string(got) != comment {
		t.Fatalf("got %q, %v; want a comment", got, err)
	}
}

// A stream outlives the server's timeouts and the deadlines of earlier writes.
func TestSSEKeepsAlive(t *testing.T) {
	for _, http2 := range []bool{false, true} {
		t.Run(fmt.Sprintf("HTTP/2 %t", http2), func(t *testing.T) {
			server := newServer(t, settings{
				http2: http2,
				sse:   transport.SSE{KeepAlive: 1200 * time.Millisecond, WriteTimeout: time.Second},
				prepare: func(server *httptest.Server) {
					if !http2 { // with HTTP/2 these apply to connections, not streams
						server.Config.ReadTimeout = time.Second
						server.Config.WriteTimeout = time.Second
					}
				},
			})
			response, reader := openStream(t, server, "subscription{silent}")
			if (response.ProtoMajor == 2) != http2 {
				t.Fatal(response.Proto)
			}
			expectComment(t, reader)
			expectComment(t, reader)
		})
	}
}

// With frequent comments, the race detector catches any write after the handler has
// returned.
func TestSSEKeepAliveEndsWithTheHandler(t *testing.T) {
	server := newServer(t, settings{sse: transport.SSE{KeepAlive: 100 * time.Microsecond}})
	var clients sync.WaitGroup
	for range 8 {
		clients.Go(func() {
			for range 10 {
				got := server.do(t, "POST", "/", `{"query":"subscription{counting(to:5)}"}`, streamHeader)
				if strings.Count(got.body, "event: next") != 5 || !strings.HasSuffix(got.body, complete) {
					t.Errorf("got %q", got.body)
				}
			}
		})
	}
	clients.Wait()
}

func TestSSEClientDisconnects(t *testing.T) {
	server := newServer(t, settings{})
	response, _ := openStream(t, server, "subscription{silent}")
	receive(t, server.schema.started, "silent")
	response.Body.Close()
	receive(t, server.schema.ended, "silent")
}

func TestSSEDisconnectsASlowReader(t *testing.T) {
	server := newServer(t, settings{
		sse:     transport.SSE{WriteTimeout: 50 * time.Millisecond},
		prepare: withSmallBuffers,
	})
	connection := dialSlowReader(t, server)
	body := `{"query":"subscription{endless}"}`
	fmt.Fprintf(connection, "POST / HTTP/1.1\r\nHost: test\r\nAccept: text/event-stream\r\n"+
		"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
	receive(t, server.schema.started, "endless")
	receive(t, server.schema.ended, "endless")
}

// Clients that list JSON first expect a single response.
func TestSSESupportsClientsThatPreferIt(t *testing.T) {
	server := newServer(t, settings{})
	for accept, want := range map[string]bool{
		"":                                    false,
		"*/*":                                 false,
		"text/event-stream":                   true,
		"text/event-stream, */*":              true,
		"text/event-stream, multipart/mixed":  true,
		"text/event-stream, application/json": true,
		"application/json, text/event-stream": false,
		"application/json;q=0.5, text/event-stream":           true,
		"application/graphql-response+json,text/event-stream": false,
		"text/event-stream;q=0":                               false,
	} {
		got := server.do(t, "POST", "/", `{"query":"{hello}"}`, map[string]string{"Content-Type": plainJSON, "Accept": accept})
		if isStream := strings.HasPrefix(got.header.Get("Content-Type"), "text/event-stream"); isStream != want {
			t.Errorf("Accept %q: %t", accept, isStream)
		}
	}
}

// Without write deadlines, as behind a wrapped writer, slow readers could not be
// disconnected.
func TestSSERequiresWriteDeadlines(t *testing.T) {
	server := newServer(t, settings{})
	request := httptest.NewRequest("POST", "/", strings.NewReader(`{"query":"subscription{silent}"}`))
	for name, value := range streamHeader {
		request.Header.Set(name, value)
	}
	recorder := httptest.NewRecorder()
	server.Config.Handler.ServeHTTP(recorder, request)
	if recorder.Code != http.StatusInternalServerError || !strings.Contains(recorder.Body.String(), "INTERNAL") {
		t.Errorf("%d %s", recorder.Code, recorder.Body)
	}
}
