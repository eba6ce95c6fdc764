package transport_test

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"visavis/graph/transport"
)

const (
	plainJSON    = "application/json"
	responseJSON = "application/graphql-response+json"
)

func TestHTTP(t *testing.T) {
	server := newServer(t, settings{http: transport.HTTP{BodyLimit: 1000}})
	post := map[string]string{"Content-Type": plainJSON, "Accept": responseJSON}
	with := func(name, value string) map[string]string {
		header := map[string]string{}
		for name, value := range post {
			header[name] = value
		}
		header[name] = value
		return header
	}
	get := func(values ...string) string {
		query := url.Values{}
		for i := 0; i < len(values); i += 2 {
			query.Set(values[i], values[i+1])
		}
		return "/?" + query.Encode()
	}
	for _, test := range []struct {
		name           string
		method, target string
		header         map[string]string
		body           string
		status         int
		want           string // part of the body
		mediaType      string // of the response; GraphQL's if empty
	}{
		{"query", "POST", "/", post, `{"query":"{hello}"}`, 200, `{"data":{"hello":"hello"}}`, ""},
		{"mutation", "POST", "/", post, `{"query":"mutation{increase(by:3)}"}`, 200, `{"data":{"increase":3}}`, ""},
		{"variables", "POST", "/", post, `{"query":"query($t:String!){echo(text:$t)}","variables":{"t":"ü"}}`, 200, `{"data":{"echo":"ü"}}`, ""},
		{"operation name", "POST", "/", post, `{"query":"query a{hello} query b{__typename}","operationName":"b"}`, 200, `"b"`, ""},
		{"null members", "POST", "/", post, `{"query":"{hello}","operationName":null,"variables":null,"extensions":null}`, 200, `hello`, ""},
		{"repeated members", "POST", "/", post, `{"query":1,"variables":{"t":"x","u":1},"variables":{"t":"y"},"query":"query($t:String!){echo(text:$t)}","operationName":1,"operationName":null}`, 200, `"y"`, ""},
		{"repeated variables", "POST", "/", post, `{"query":"query($t:String!){echo(text:$t)}","variables":{"t":"x"},"variables":null}`, 400, `must be defined`, ""},
		{"extensions", "POST", "/", post, `{"query":"{hello}","extensions":{"a":1}}`, 200, `hello`, ""},
		{"headers", "POST", "/", with("X-Color", "red"), `{"query":"{header(name:\"X-Color\")}"}`, 200, `"red"`, ""},
		{"charset", "POST", "/", with("Content-Type", "application/json; charset=UTF-8"), `{"query":"{hello}"}`, 200, `hello`, ""},
		{"other upgrade", "POST", "/", with("Upgrade", "h2c"), `{"query":"{hello}"}`, 200, `hello`, ""},
		{"field error", "POST", "/", post, `{"query":"{failing}"}`, 200, `"data":{"failing":null}`, ""},
		{"panic", "POST", "/", post, `{"query":"{panicking}"}`, 500, `something broke`, ""},

		{"early panic", "POST", "/", post, `{"query":"panic early"}`, 500, `something broke`, ""},

		{"syntax error", "POST", "/", post, `{"query":"{"}`, 400, `GRAPHQL_PARSE_FAILED`, ""},
		{"validation error", "POST", "/", post, `{"query":"{nothing}"}`, 400, `GRAPHQL_VALIDATION_FAILED`, ""},
		{"bad variable", "POST", "/", post, `{"query":"query($t:String!){echo(text:$t)}","variables":{"t":null}}`, 400, `GRAPHQL_VALIDATION_FAILED`, ""},
		{"unknown operation", "POST", "/", post, `{"query":"query a{hello}","operationName":"b"}`, 400, `not found`, ""},
		{"syntax error, plain", "POST", "/", with("Accept", plainJSON), `{"query":"{"}`, 200, `GRAPHQL_PARSE_FAILED`, plainJSON},
		{"validation error, plain", "POST", "/", with("Accept", plainJSON), `{"query":"{nothing}"}`, 200, `GRAPHQL_VALIDATION_FAILED`, plainJSON},
		{"subscription", "POST", "/", post, `{"query":"subscription{silent}"}`, 400, `Subscriptions need a WebSocket or an event stream.`, ""},

		{"malformed JSON", "POST", "/", post, `{"query":"{hello}","variables":{"password":"hunter2"`, 400, `not valid JSON`, ""},
		{"malformed JSON, plain", "POST", "/", with("Accept", plainJSON), `{"password":"hunter2"`, 400, `not valid JSON`, plainJSON},
		{"two values", "POST", "/", post, `{"query":"{hello}"}{}`, 400, `not valid JSON`, ""},
		{"a list and more", "POST", "/", post, `[]{}`, 400, `not valid JSON`, ""},
		{"a bracket too many", "POST", "/", post, `{"query":"{hello}"}}`, 400, `not valid JSON`, ""},
		{"white space around", "POST", "/", post, " {\"query\":\"{hello}\"}\r\n", 200, `hello`, ""},
		{"no body", "POST", "/", post, ``, 400, `not valid JSON`, ""},
		{"not UTF-8", "POST", "/", post, "{\"query\":\"{hello}\xff\"}", 400, `UTF-8`, ""},
		{"batch", "POST", "/", post, `[{"query":"{hello}"}]`, 400, `batches`, ""},
		{"no query", "POST", "/", post, `{"variables":{"password":"hunter2"}}`, 400, `no query`, ""},
		{"null query", "POST", "/", post, `{"query":null}`, 400, `no query`, ""},
		{"query is an object", "POST", "/", post, `{"query":{"password":"hunter2"}}`, 400, `query must be a string`, ""},
		{"operation name is a number", "POST", "/", post, `{"query":"{hello}","operationName":1}`, 400, `operationName must be a string`, ""},
		{"variables are a string", "POST", "/", post, `{"query":"{hello}","variables":"hunter2"}`, 400, `variables must be a JSON object`, ""},
		{"extensions are an array", "POST", "/", post, `{"query":"{hello}","extensions":["hunter2"]}`, 400, `extensions must be a JSON object`, ""},

		{"too large", "POST", "/", post, `{"query":"` + strings.Repeat(" ", 1000) + `{hello}"}`, 413, `too large`, ""},
		{"form", "POST", "/", with("Content-Type", "application/x-www-form-urlencoded"), `query={hello}`, 415, `application/json`, ""},
		{"multipart", "POST", "/", with("Content-Type", "multipart/form-data; boundary=x"), `--x--`, 415, `application/json`, ""},
		{"no content type", "POST", "/", with("Content-Type", ""), `{"query":"{hello}"}`, 415, `application/json`, ""},
		{"other charset", "POST", "/", with("Content-Type", "application/json; charset=latin1"), `{"query":"{hello}"}`, 415, `UTF-8`, ""},
		{"compressed", "POST", "/", with("Content-Encoding", "gzip"), `{"query":"{hello}"}`, 415, `compressed`, ""},
		{"not acceptable", "POST", "/", with("Accept", "text/html"), `{"query":"{hello}"}`, 406, `application/json`, plainJSON},
		{"other method", "PUT", "/", post, `{"query":"{hello}"}`, 405, `POST`, ""},

		{"get", "GET", get("query", "{hello}"), post, "", 200, `{"data":{"hello":"hello"}}`, ""},
		{"get variables", "GET", get("query", "query a($t:String!){echo(text:$t)}", "variables", `{"t":"x"}`, "operationName", "a"), post, "", 200, `"x"`, ""},
		{"get mutation", "GET", get("query", "mutation{increase(by:1)}"), post, "", 405, `GET is for queries only`, ""},
		{"get subscription", "GET", get("query", "subscription{silent}"), post, "", 400, `Subscriptions need`, ""},
		{"get without query", "GET", "/", post, "", 400, `no query`, ""},
		{"get bad variables", "GET", get("query", "{hello}", "variables", `["hunter2"]`), post, "", 400, `variables must be`, ""},
		{"get bad extensions", "GET", get("query", "{hello}", "extensions", `{"hunter2":1`), post, "", 400, `extensions must be`, ""},
		{"get bad query string", "GET", "/?query=%zz", post, "", 400, `query string`, ""},
		{"get too long", "GET", get("query", strings.Repeat(" ", 1000)+"{hello}"), post, "", 414, `too long`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := server.do(t, test.method, test.target, test.body, test.header)
			if got.status != test.status {
				t.Errorf("status %d, want %d", got.status, test.status)
			}
			if !strings.Contains(got.body, test.want) {
				t.Errorf("body %s, want part %s", got.body, test.want)
			}
			if strings.Contains(got.body, "hunter2") || strings.Contains(got.body, "secret") {
				t.Errorf("body %s discloses a secret", got.body)
			}
			if got.status >= 400 && strings.Contains(got.body, `"data"`) && got.status != 500 {
				t.Errorf("body %s has data although nothing was executed", got.body)
			}
			mediaType := test.mediaType
			if mediaType == "" {
				mediaType = responseJSON
			}
			if contentType := got.header.Get("Content-Type"); contentType != mediaType+"; charset=utf-8" {
				t.Errorf("Content-Type %s, want %s", contentType, mediaType)
			}
			if got.status == http.StatusMethodNotAllowed && got.header.Get("Allow") == "" {
				t.Error("no Allow header")
			}
		})
	}
}

func TestHTTPNegotiatesMediaType(t *testing.T) {
	server := newServer(t, settings{})
	for accept, want := range map[string]string{
		"":                                  plainJSON,
		"*/*":                               plainJSON,
		"application/*":                     plainJSON,
		plainJSON:                           plainJSON,
		responseJSON:                        responseJSON,
		responseJSON + "; charset=utf-8":    responseJSON,
		responseJSON + "," + plainJSON:      responseJSON,
		plainJSON + ", " + responseJSON:     responseJSON,
		responseJSON + ";q=0.5, " + "*/*":   plainJSON,
		plainJSON + ";q=0.9," + "text/html": plainJSON,
		plainJSON + ";q=0, */*":             responseJSON,
		responseJSON + ", */*;q=0.1":        responseJSON,
		responseJSON + ", " + plainJSON + ", text/event-stream, multipart/mixed": responseJSON,
		plainJSON + "; charset=latin1":                                           "",
		responseJSON + ";q=0":                                                    "",
		plainJSON + ";q=high":                                                    "",
		"*/*;q=0":                                                                "",
		"nonsense/":                                                              "",
	} {
		header := map[string]string{"Content-Type": plainJSON}
		if accept != "" {
			header["Accept"] = accept
		}
		got := server.do(t, "POST", "/", `{"query":"{hello}"}`, header)
		if want == "" {
			if got.status != http.StatusNotAcceptable {
				t.Errorf("Accept %q: status %d", accept, got.status)
			}
		} else if contentType := got.header.Get("Content-Type"); contentType != want+"; charset=utf-8" || got.status != 200 {
			t.Errorf("Accept %q: %d %s", accept, got.status, contentType)
		}
	}
}

func TestHTTPDisconnectsASlowReader(t *testing.T) {
	closed := make(chan string, 1)
	server := newServer(t, settings{
		http: transport.HTTP{WriteTimeout: 50 * time.Millisecond},
		prepare: func(server *httptest.Server) {
			withSmallBuffers(server)
			shrink := server.Config.ConnState
			server.Config.ConnState = func(connection net.Conn, state http.ConnState) {
				shrink(connection, state)
				if state == http.StateClosed {
					closed <- "closed"
				}
			}
		},
	})
	connection := dialSlowReader(t, server)
	fmt.Fprint(connection, "GET /?query={large} HTTP/1.1\r\nHost: test\r\n\r\n")
	receive(t, closed, "closed")
}

// Errors added by a producer are also reported in a single response.
func TestHTTPReportsAddedErrors(t *testing.T) {
	server := newServer(t, settings{})
	got := server.do(t, "GET", "/?query={adding}", "", nil)
	if want := `{"errors":[{"message":"added"}],"data":{"adding":"x"}}`; got.body != want {
		t.Errorf("got %s, want %s", got.body, want)
	}
	transport.AddError(t.Context(), gqlerror.Errorf("dropped"))
}
