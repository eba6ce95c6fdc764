package harness

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
)

// hostileBody is a request body and a part of the expected refusal.
type hostileBody struct{ text, refusal string }

// hostileBodies returns documents that would keep a naive server busy for seconds, malformed requests, and oversized ones.
func hostileBodies() []hostileBody {
	bomb := strings.Builder{}
	for i := range 19 {
		fmt.Fprintf(&bomb, "fragment F%d on Query{%s}", i, strings.Repeat(fmt.Sprintf("...F%d ", i+1), 10))
	}
	bodies := []hostileBody{
		{`{"query":"` + strings.Repeat("{", 5000) + `"}`, "GRAPHQL_PARSE_FAILED"},
		{"", "BAD_REQUEST"},
		{"{", "BAD_REQUEST"},
		{"\xff", "BAD_REQUEST"},
		{strings.Repeat("[", 100_000), "BAD_REQUEST"},
		{`{"query":"{branches{id}}","variables":{"password":"hunter2",}`, "BAD_REQUEST"},
		{`{"query":"{branches{id}}","variables":{"a":"` + strings.Repeat("x", 1<<20) + `"}}`, "too large"},
	}
	for _, document := range []string{
		strings.Repeat("{branches", 11) + strings.Repeat("}", 11),
		"{branches{" + strings.Repeat("id ", 501) + "}}",
		"{" + strings.Repeat("branches{id}", 21) + "}",
		"{...F0}" + bomb.String() + "fragment F19 on Query{__typename}",
		"{...F}fragment F on Query{...G}fragment G on Query{...F}",
		"{branches{" + strings.Repeat("a:id ", 31) + "}}",
		"{branches{id" + strings.Repeat("@skip(if:false)", 31) + "}}",
	} {
		bodies = append(bodies, hostileBody{`{"query":"` + document + `"}`, "DOCUMENT_TOO_LARGE"})
	}
	return bodies
}

func (s *HostileTraffic) SendBodies(ctx context.Context) error {
	for _, body := range s.bodies {
		if err := s.expect(ctx, body); err != nil {
			return err
		}
	}
	return nil
}

// expect sends a body and expects its refusal. A server that answers before it has read the whole body may cut the connection.
func (s *HostileTraffic) expect(ctx context.Context, body hostileBody) error {
	response, err := s.post(ctx, body.text, "application/json")
	if err != nil {
		return ignoreCut(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return ignoreCut(err)
	}
	if !strings.Contains(string(text), body.refusal) || strings.Contains(string(text), "hunter2") {
		return fmt.Errorf("%.100s is answered %.300s, not %s", body.text, text, body.refusal)
	}
	return nil
}

func ignoreCut(err error) error {
	if cut, ok := errors.AsType[*net.OpError](err); ok && !cut.Timeout() || errors.Is(err, io.EOF) {
		return nil
	}
	return err
}
