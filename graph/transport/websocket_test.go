package transport_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"visavis/graph/transport"
)

func TestWebSocketOperations(t *testing.T) {
	server := newServer(t, settings{})
	socket := connect(t, server)
	next := func(payload string) string { return `{"id":"1","type":"next","payload":` + payload + `}` }
	failed := func(payload string) string { return `{"id":"1","type":"error","payload":[` + payload + `]}` }
	complete := `{"id":"1","type":"complete"}`
	for query, want := range map[string][]string{
		`{hello}`:                      {next(`{"data":{"hello":"hello"}}`), complete},
		`mutation{increase(by:1)}`:     {next(`{"data":{"increase":1}}`), complete},
		`subscription{counting(to:2)}`: {next(`{"data":{"counting":1}}`), next(`{"data":{"counting":2}}`), complete},
		`{failing}`:                    {next(`{"errors":[{"message":"failing failed"}],"data":{"failing":null}}`), complete},
		`subscription{failing}`:        {next(`{"data":{"failing":1}}`), failed(`{"message":"failing failed","extensions":{"code":"GONE"}}`)},
		`subscription{refused}`:        {failed(`{"message":"refused refuses"}`)},
		`subscription{panicking}`:      {failed(`{"message":"something broke"}`)},
		`subscription{collapsing}`:     {failed(`{"message":"collapsing collapsed"}`)},
		`{panicking}`:                  {failed(`{"message":"something broke"}`)},
		`panic early`:                  {failed(`{"message":"something broke"}`)},
		`{nothing}`:                    {failed(`{"message":"Cannot query field \"nothing\" on type \"Query\".","locations":[{"line":1,"column":2}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}`)},
		`{`:                            {failed(`{"message":"Expected Name, found \u003cEOF\u003e","locations":[{"line":1,"column":2}],"extensions":{"code":"GRAPHQL_PARSE_FAILED"}}`)},
	} {
		t.Run(query, func(t *testing.T) {
			socket := &client{t, socket.connection}
			socket.subscribe("1", query)
			socket.expect(want...)
		})
	}
}

func TestWebSocketParameters(t *testing.T) {
	server := newServer(t, settings{})
	socket := open(t, server, websocket.DialOptions{HTTPHeader: http.Header{"X-Color": {"red"}}})
	socket.send(`{"type":"connection_init","payload":null}`)
	socket.expect(`{"type":"connection_ack"}`)
	socket.send(`{"id":"a","type":"subscribe","payload":{"query":"query x{hello} query y($t:String!){echo(text:$t)}",` +
		`"operationName":"y","variables":{"t":"z"},"extensions":{}}}`)
	socket.expect(`{"id":"a","type":"next","payload":{"data":{"echo":"z"}}}`, `{"id":"a","type":"complete"}`)
	socket.subscribe("b", `{header(name:"X-Color")}`)
	socket.expect(`{"id":"b","type":"next","payload":{"data":{"header":"red"}}}`, `{"id":"b","type":"complete"}`)
}

func TestWebSocketClosesForProtocolErrors(t *testing.T) {
	server := newServer(t, settings{webSocket: transport.WebSocket{
		MessageLimit: 1000,
		Init: func(ctx context.Context, payload map[string]any) (context.Context, error) {
			switch payload["token"] {
			case "wrong":
				return nil, errors.New("a secret")
			case "broken":
				panic("a secret")
			}
			return ctx, nil
		},
	}})
	initialize := `{"type":"connection_init"}`
	silent := `{"id":"1","type":"subscribe","payload":{"query":"subscription{silent}"}}`
	invalid := "Invalid message received"
	for _, test := range []struct {
		name     string
		messages []string
		code     websocket.StatusCode
		reason   string
	}{
		{"not JSON", []string{`{"password":"hunter2"`}, 4400, invalid},
		{"empty", []string{``}, 4400, invalid},
		{"no object", []string{`null`}, 4400, invalid},
		{"not UTF-8", []string{"{\"type\":\"ping\",\"payload\":{\"a\":\"\xff\"}}"}, 4400, invalid},
		{"no type", []string{`{}`}, 4400, invalid},
		{"unknown type", []string{`{"type":"start"}`}, 4400, invalid},
		{"a type of the server", []string{initialize, `{"type":"connection_ack"}`}, 4400, invalid},
		{"init payload is a string", []string{`{"type":"connection_init","payload":"hunter2"}`}, 4400, invalid},
		{"init payload is an array", []string{`{"type":"connection_init","payload":[]}`}, 4400, invalid},
		{"ping payload is a number", []string{`{"type":"ping","payload":1}`}, 4400, invalid},
		{"subscribe without id", []string{initialize, `{"type":"subscribe","payload":{"query":"{hello}"}}`}, 4400, invalid},
		{"subscribe with a long id", []string{initialize, strings.Replace(silent, `"1"`, `"`+strings.Repeat("1", 91)+`"`, 1)}, 4400, invalid},
		{"subscribe with a number as id", []string{initialize, strings.Replace(silent, `"1"`, `1`, 1)}, 4400, invalid},
		{"subscribe without payload", []string{initialize, `{"id":"1","type":"subscribe"}`}, 4400, "The request is not valid JSON."},
		{"subscribe without query", []string{initialize, `{"id":"1","type":"subscribe","payload":{}}`}, 4400, "The request has no query."},
		{"subscribe with bad variables", []string{initialize, `{"id":"1","type":"subscribe","payload":{"query":"{hello}","variables":"hunter2"}}`}, 4400, "The variables must be a JSON object."},
		{"complete without id", []string{initialize, `{"type":"complete"}`}, 4400, invalid},
		{"too big", []string{`{"type":"ping","payload":{"a":"` + strings.Repeat("x", 100_000) + `"}}`}, 1009, "Message too big"},
		{"subscribe first", []string{silent}, 4401, "Unauthorized"},
		{"forbidden", []string{`{"type":"connection_init","payload":{"token":"wrong"}}`}, 4403, "Forbidden"},
		{"init panics", []string{`{"type":"connection_init","payload":{"token":"broken"}}`}, 4500, "Internal server error"},
		{"duplicate id", []string{initialize, silent, silent}, 4409, "Subscriber for 1 already exists"},
		{"second init", []string{initialize, initialize}, 4429, "Too many initialisation requests"},
		{"second init after an operation", []string{initialize, silent, initialize}, 4429, "Too many initialisation requests"},
	} {
		t.Run(test.name, func(t *testing.T) {
			socket := open(t, server, websocket.DialOptions{})
			for _, message := range test.messages {
				socket.send(message)
			}
			socket.expectClose(test.code, test.reason)
		})
	}
	t.Run("binary", func(t *testing.T) {
		socket := open(t, server, websocket.DialOptions{})
		if err := socket.connection.Write(t.Context(), websocket.MessageBinary, []byte(initialize)); err != nil {
			t.Fatal(err)
		}
		socket.expectClose(4400, "Messages must be text")
	})
	t.Run("other subprotocol", func(t *testing.T) {
		socket := open(t, server, websocket.DialOptions{Subprotocols: []string{"graphql-ws"}})
		socket.expectClose(4406, "Subprotocol not acceptable")
	})
}

func TestWebSocketInitTimeout(t *testing.T) {
	server := newServer(t, settings{webSocket: transport.WebSocket{InitTimeout: 50 * time.Millisecond}})
	open(t, server, websocket.DialOptions{}).expectClose(4408, "Connection initialisation timeout")

	// The timeout does not affect a client that initialized in time.
	punctual := connect(t, server)
	late := open(t, server, websocket.DialOptions{})
	late.send(`{"type":"ping"}`)
	late.expectClose(4408, "Connection initialisation timeout")
	punctual.subscribe("1", "{hello}")
	punctual.expect(`{"id":"1","type":"next","payload":{"data":{"hello":"hello"}}}`)
}

// Operations run in the context that Init returned.
func TestWebSocketInit(t *testing.T) {
	server := newServer(t, settings{webSocket: transport.WebSocket{
		Init: func(ctx context.Context, payload map[string]any) (context.Context, error) {
			return context.WithValue(ctx, callerKey{}, payload["name"]), nil
		},
	}})
	socket := open(t, server, websocket.DialOptions{})
	socket.send(`{"type":"connection_init","payload":{"name":"Ada"}}`)
	socket.expect(`{"type":"connection_ack"}`)
	socket.subscribe("1", "{caller}")
	socket.expect(`{"id":"1","type":"next","payload":{"data":{"caller":"Ada"}}}`)
}

func TestWebSocketPing(t *testing.T) {
	server := newServer(t, settings{webSocket: transport.WebSocket{PingInterval: 20 * time.Millisecond}})
	socket := open(t, server, websocket.DialOptions{})
	socket.send(`{"type":"ping"}`)
	socket.expect(`{"type":"pong"}`)
	socket.send(`{"type":"ping","payload":{"a":1}}`)
	socket.expect(`{"type":"pong","payload":{"a":1}}`)
	socket.send(`{"type":"connection_init"}`)
	socket.expect(`{"type":"connection_ack"}`)
	for range 5 { // longer than an unresponsive client stays connected
		socket.expect(`{"type":"ping"}`)
		socket.send(`{"type":"pong"}`)
	}
	pings := 0
	for _, err := socket.receive(); err == nil; _, err = socket.receive() {
		pings++
	}
	if pings < 2 || pings > 3 { // the last answer may come after the next ping
		t.Errorf("the socket ends after %d unanswered pings", pings)
	}
}

func TestWebSocketClientCompletes(t *testing.T) {
	server := newServer(t, settings{})
	socket := connect(t, server)
	socket.subscribe("1", "subscription{silent}")
	receive(t, server.schema.started, "silent")
	socket.send(`{"id":"1","type":"complete"}`)
	receive(t, server.schema.ended, "silent")

	// Nothing was sent for the completed operation, and its ID is free again.
	// Completing an unknown ID has no effect.
	socket.send(`{"id":"unknown","type":"complete"}`)
	socket.subscribe("1", "{hello}")
	socket.expect(`{"id":"1","type":"next","payload":{"data":{"hello":"hello"}}}`, `{"id":"1","type":"complete"}`)
}

func TestWebSocketClientDisconnects(t *testing.T) {
	server := newServer(t, settings{})
	for name, disconnect := range map[string]func(*websocket.Conn) error{
		"with a close frame":    func(connection *websocket.Conn) error { return connection.Close(websocket.StatusNormalClosure, "") },
		"without a close frame": (*websocket.Conn).CloseNow,
	} {
		t.Run(name, func(t *testing.T) {
			for query, field := range map[string]string{"subscription{silent}": "silent", "{waiting}": "waiting"} {
				socket := connect(t, server)
				socket.subscribe("1", query)
				receive(t, server.schema.started, field)
				if err := disconnect(socket.connection); err != nil {
					t.Error(err)
				}
				receive(t, server.schema.ended, field)
			}
		})
	}
}

func TestWebSocketLimitsOperations(t *testing.T) {
	server := newServer(t, settings{})
	socket := connect(t, server)
	for number := range 32 {
		socket.subscribe(fmt.Sprint(number), "subscription{silent}")
		receive(t, server.schema.started, "silent")
	}
	refused := `","type":"error","payload":[{"message":"Too many operations on this connection. Complete some, or open another connection.","extensions":{"code":"TOO_MANY_OPERATIONS"}}]}`
	socket.subscribe("one more", "{hello}")
	socket.expect(`{"id":"one more` + refused)

	// Once one has ended, another may start.
	socket.send(`{"id":"7","type":"complete"}`)
	receive(t, server.schema.ended, "silent")
	waitFor(t, "a free slot", func() bool {
		socket.subscribe("again", "{hello}")
		message, err := socket.receive()
		if err != nil {
			t.Fatal(err)
		}
		return message != `{"id":"again`+refused
	})
}

func TestWebSocketDisconnectsASlowReader(t *testing.T) {
	server := newServer(t, settings{
		webSocket: transport.WebSocket{WriteTimeout: 50 * time.Millisecond},
		prepare:   withSmallBuffers,
	})
	socket := openSlowReader(t, server)
	socket.subscribe("1", "subscription{endless}")
	socket.subscribe("2", "subscription{endless}")
	for range 2 {
		receive(t, server.schema.started, "endless")
	}
	for range 2 {
		receive(t, server.schema.ended, "endless")
	}
}

// openSlowReader connects a client that reads nothing after the acknowledgement.
func openSlowReader(t *testing.T, server *testServer) *client {
	t.Helper()
	connection := dialSlowReader(t, server)
	dial := func(context.Context, string, string) (net.Conn, error) { return connection, nil }
	socket := open(t, server, websocket.DialOptions{HTTPClient: &http.Client{Transport: &http.Transport{DialContext: dial}}})
	socket.send(`{"type":"connection_init"}`)
	socket.expect(`{"type":"connection_ack"}`)
	return socket
}

func TestWebSocketOrigins(t *testing.T) {
	server := newServer(t, settings{webSocket: transport.WebSocket{Origins: []string{"https://salon.example", "https://*.example"}}})
	for origin, want := range map[string]int{
		"":                           http.StatusSwitchingProtocols,
		"http://{host}":              http.StatusSwitchingProtocols,
		"https://{host}":             http.StatusSwitchingProtocols,
		"https://salon.example":      http.StatusSwitchingProtocols,
		"https://SALON.example":      http.StatusSwitchingProtocols,
		"http://salon.example":       http.StatusForbidden,
		"https://salon.example:8443": http.StatusForbidden,
		"https://other.example":      http.StatusForbidden,
		"https://salon.example.evil": http.StatusForbidden,
		"null":                       http.StatusForbidden,
		"://":                        http.StatusForbidden,
	} {
		host := strings.TrimPrefix(server.URL, "http://")
		request, err := http.NewRequestWithContext(t.Context(), "GET", server.URL, nil)
		if err != nil {
			t.Fatal(err)
		}
		for name, value := range map[string]string{
			"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
			"Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==", "Sec-WebSocket-Protocol": "graphql-transport-ws",
		} {
			request.Header.Set(name, value)
		}
		if origin != "" {
			request.Header.Set("Origin", strings.ReplaceAll(origin, "{host}", host))
		}
		response, err := server.Client().Do(request)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != want {
			t.Errorf("Origin %q: %d, want %d", origin, response.StatusCode, want)
		}
	}
}

func TestWebSocketRejectsABadHandshake(t *testing.T) {
	server := newServer(t, settings{})
	got := server.do(t, "GET", "/", "", map[string]string{"Connection": "Upgrade", "Upgrade": "websocket"})
	if got.status != http.StatusBadRequest {
		t.Errorf("%d %s", got.status, got.body)
	}
}

// A client within the limit is never rejected: the slot is free by the time it reads
// that the operation is complete.
func TestWebSocketFreesTheSlotOnComplete(t *testing.T) {
	server := newServer(t, settings{webSocket: transport.WebSocket{OperationLimit: 1}})
	socket := connect(t, server)
	for range 200 {
		socket.subscribe("1", "{hello}")
		socket.expect(`{"id":"1","type":"next","payload":{"data":{"hello":"hello"}}}`, `{"id":"1","type":"complete"}`)
	}
}
