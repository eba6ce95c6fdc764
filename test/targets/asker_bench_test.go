package targets_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"testing"

	"visavis/test/harness"
)

// asker sends requests over one connection. It shares the machine with the server, so it saves CPU: requests are encoded before,
// and only the header of answers is parsed.
type asker struct {
	addr       string
	connection net.Conn // nil before the first question, for which a server does not wait long
	answers    *bufio.Reader
	body       bytes.Buffer // of the last answer
}

func newAsker(t testing.TB, addr string) *asker {
	a := &asker{addr: addr}
	t.Cleanup(func() {
		if a.connection != nil {
			_ = a.connection.Close()
		}
	})
	return a
}

// encoded returns an operation as bytes of HTTP. Headers are pairs of name and value.
func encoded(t testing.TB, operation string, v harness.Variables, headers ...string) []byte {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": operation, "variables": v})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequest(http.MethodPost, "http://localhost/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	var question bytes.Buffer
	if err := request.Write(&question); err != nil {
		t.Fatal(err)
	}
	return question.Bytes()
}

// ask sends a request and returns the body of the answer as it comes over the wire, until the next one.
func (a *asker) ask(question []byte) ([]byte, error) {
	if a.connection == nil {
		connection, err := net.Dial("tcp", a.addr)
		if err != nil {
			return nil, err
		}
		a.connection, a.answers = connection, bufio.NewReaderSize(connection, 128<<10)
	}
	if _, err := a.connection.Write(question); err != nil {
		return nil, err
	}
	response, err := http.ReadResponse(a.answers, nil)
	if err != nil {
		return nil, err
	}
	a.body.Reset()
	if _, err := io.Copy(&a.body, response.Body); err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK || a.body.Len() == 0 {
		return nil, fmt.Errorf("the answer is %s, of %d bytes", response.Status, a.body.Len())
	}
	return a.body.Bytes(), nil
}
