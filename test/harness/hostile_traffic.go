package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coder/websocket"
)

// storm is hostile traffic against a server until it is calmed.
type storm struct {
	t         testing.TB
	addr      string
	pause     time.Duration // of each of the hostile after each blow
	transport http.Transport
	ctx       context.Context // lasts until it is calmed
	calmed    context.CancelFunc
	blowing   sync.WaitGroup
	blows     atomic.Int64
	cut       atomic.Int64 // of those who send their headers slowly
	bodies    []hostileBody
}

// hostileBody is refused with something of this in the answer.
type hostileBody struct{ text, refusal string }

// blow harms the server once, or for as long as ctx lasts. Its error says that the
// server does not defend itself as it ought to.
type blow func(ctx context.Context) error

// newStorm begins hostile traffic of every kind, each by so many at a time.
func newStorm(t testing.TB, addr string, strength int, pause time.Duration) *storm {
	s := newCalm(t, addr, pause)
	s.blow(strength, s.sendBodies, s.cutSockets, s.cutStreams, s.sendHeadersSlowly, s.sendHalfABody, s.readSlowly)
	return s
}

// newCalm is a storm that does not blow yet.
func newCalm(t testing.TB, addr string, pause time.Duration) *storm {
	s := &storm{t: t, addr: addr, pause: pause, bodies: hostileBodies()}
	s.ctx, s.calmed = context.WithCancel(t.Context())
	return s
}

// blow begins traffic of some kinds, each by so many at a time.
func (s *storm) blow(strength int, kinds ...blow) {
	for _, b := range kinds {
		for range strength {
			s.blowing.Go(func() { s.repeat(s.ctx, b) })
		}
	}
}

// calm ends the traffic and all its connections.
func (s *storm) calm() {
	s.calmed()
	s.blowing.Wait()
	s.transport.CloseIdleConnections()
}

func (s *storm) repeat(ctx context.Context, b blow) {
	for ctx.Err() == nil {
		if err := b(ctx); err != nil && ctx.Err() == nil {
			s.t.Error("in the storm:", err)
			return
		}
		s.blows.Add(1)
		select {
		case <-time.After(s.pause):
		case <-ctx.Done():
		}
	}
}

// hostileBodies are documents that take an unwary server seconds each, what is no
// request at all, and more than anybody has to say.
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

func (s *storm) sendBodies(ctx context.Context) error {
	for _, body := range s.bodies {
		if err := s.expect(ctx, body); err != nil {
			return err
		}
	}
	return nil
}

// expect sends a body and expects its refusal. A server that answers before it has
// read everything may cut the connection.
func (s *storm) expect(ctx context.Context, body hostileBody) error {
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

func (s *storm) post(ctx context.Context, body, accept string) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+s.addr+"/graphql", strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", accept)
	return s.transport.RoundTrip(request)
}

// listening is answered at once, as the feed knows no such place, and then goes on.
const listening = `{"query":"subscription{scheduleChanged(branchId:\"brn_demo-mitte\",after:\"chg_demo-mitte.4711\"){id}}"}`

// cutSockets subscribes, and is gone without a word.
func (s *storm) cutSockets(ctx context.Context) error {
	connection, socket, err := s.connect(ctx)
	if err != nil {
		return err
	}
	defer socket.CloseNow()
	for id := range 32 {
		if err := socket.Write(ctx, websocket.MessageText, fmt.Appendf(nil, `{"id":"%d","type":"subscribe","payload":%s}`, id, listening)); err != nil {
			return err
		}
	}
	for answers := 0; answers < 32; {
		_, text, err := socket.Read(ctx)
		if err != nil {
			return err
		}
		if strings.Contains(string(text), `"type":"next"`) {
			answers++
		}
	}
	return connection.SetLinger(0) // closing it is a reset now
}

// cutStreams subscribes by server-sent events, and is gone in the middle.
func (s *storm) cutStreams(ctx context.Context) error {
	response, err := s.post(ctx, listening, "text/event-stream")
	if err != nil {
		return err
	}
	defer response.Body.Close()
	for lines := bufio.NewScanner(response.Body); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "data: ") {
			return nil
		}
	}
	return errors.New("a stream ends before its first event")
}

// readSlowly asks for more than the buffers hold, and never reads.
func (s *storm) readSlowly(ctx context.Context) error {
	_, socket, err := s.connect(ctx)
	if err != nil {
		return err
	}
	defer socket.CloseNow()
	payloads := []string{listening, `{"query":"{bookableVideoConsultations(branchId:\"brn_demo-mitte\",from:\"2026-11-23\",to:\"2027-02-20\"){days{starts}}}"}`}
	for id := range 32 {
		text := fmt.Appendf(nil, `{"id":"%d","type":"subscribe","payload":%s}`, id, payloads[id%2])
		if err := socket.Write(ctx, websocket.MessageText, text); err != nil {
			return err
		}
	}
	<-ctx.Done()
	return nil
}

// readStreamSlowly listens by server-sent events, and never reads.
func (s *storm) readStreamSlowly(ctx context.Context) error {
	connection, err := new(net.Dialer).DialContext(ctx, "tcp", s.addr)
	if err != nil {
		return err
	}
	defer connection.Close()
	if err := connection.(*net.TCPConn).SetReadBuffer(4 << 10); err != nil {
		return err
	}
	_, err = fmt.Fprintf(connection, "POST /graphql HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: %d\r\n\r\n%s",
		s.addr, len(listening), listening)
	if err != nil {
		return err
	}
	<-ctx.Done()
	return nil
}

// connect opens a socket with a small buffer.
func (s *storm) connect(ctx context.Context) (*net.TCPConn, *websocket.Conn, error) {
	plain, err := new(net.Dialer).DialContext(ctx, "tcp", s.addr)
	if err != nil {
		return nil, nil, err
	}
	connection := plain.(*net.TCPConn)
	dial := func(context.Context, string, string) (net.Conn, error) {
		return connection, connection.SetReadBuffer(4 << 10)
	}
	socket, _, err := websocket.Dial(ctx, "ws://"+s.addr+"/graphql", &websocket.DialOptions{
		HTTPClient:   &http.Client{Transport: &http.Transport{DialContext: dial}},
		Subprotocols: []string{"graphql-transport-ws"},
	})
	if err == nil {
		err = socket.Write(ctx, websocket.MessageText, []byte(`{"type":"connection_init"}`))
	}
	if err != nil {
		_ = connection.Close()
	}
	return connection, socket, err
}

// sendHeadersSlowly stops in the middle of a header until the server cuts it.
func (s *storm) sendHeadersSlowly(ctx context.Context) error {
	err := s.stopAfter(ctx, "POST /graphql HTTP/1.1\r\nHost: "+s.addr+"\r\nX-Slow: ")
	if ctx.Err() == nil {
		s.cut.Add(1)
	}
	return err
}

// sendHalfABody stops in the middle of a body.
func (s *storm) sendHalfABody(ctx context.Context) error {
	return s.stopAfter(ctx, "POST /graphql HTTP/1.1\r\nHost: "+s.addr+"\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"query\":")
}

// stopAfter sends the beginning of a request, and reads until the connection ends.
func (s *storm) stopAfter(ctx context.Context, beginning string) error {
	connection, err := new(net.Dialer).DialContext(ctx, "tcp", s.addr)
	if err != nil {
		return err
	}
	defer connection.Close()
	defer context.AfterFunc(ctx, func() { _ = connection.Close() })()
	if _, err := io.WriteString(connection, beginning); err != nil {
		return err
	}
	_, _ = io.Copy(io.Discard, connection) // a reset is as good an end
	return nil
}
