package targets_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"testing"

	"visavis/test/harness"
)

// asker repeats one query over one connection. It shares the machine with the server, so it saves CPU: it encodes the request once,
// and parses only the header of the answers.
type asker struct {
	connection net.Conn
	answers    *bufio.Reader
	question   []byte
}

func newAsker(t testing.TB, addr, operation string, v harness.Variables) *asker {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": operation, "variables": v})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequest(http.MethodPost, "http://"+addr+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	var question bytes.Buffer
	if err := request.Write(&question); err != nil {
		t.Fatal(err)
	}
	connection, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = connection.Close() })
	return &asker{connection, bufio.NewReaderSize(connection, 128<<10), question.Bytes()}
}

// ask sends the query and returns after the whole answer has arrived.
func (a *asker) ask() error {
	if _, err := a.connection.Write(a.question); err != nil {
		return err
	}
	response, err := http.ReadResponse(a.answers, nil)
	if err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK || response.ContentLength <= 0 {
		return fmt.Errorf("the answer is %s, of %d bytes", response.Status, response.ContentLength)
	}
	_, err = a.answers.Discard(int(response.ContentLength))
	return err
}
