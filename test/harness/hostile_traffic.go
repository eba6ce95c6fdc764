package harness

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

// HostileTraffic attacks a server until it is stopped.
type HostileTraffic struct {
	t         testing.TB
	addr      string
	pause     time.Duration // of each attacker after each action
	transport http.Transport
	ctx       context.Context // done when the traffic stops
	cancel    context.CancelFunc
	running   sync.WaitGroup
	Actions   atomic.Int64
	Cut       atomic.Int64 // connections that the server cut because of slow headers
	bodies    []hostileBody
}

// HostileAction attacks the server once, or until ctx is done. It returns an error if the server's defense fails.
type HostileAction func(ctx context.Context) error

// StartHostileTraffic starts attackers of every kind, strength of each.
func StartHostileTraffic(t testing.TB, addr string, strength int, pause time.Duration) *HostileTraffic {
	s := NewHostileTraffic(t, addr, pause)
	s.Run(strength, s.SendBodies, s.CutSockets, s.CutStreams, s.SendHeadersSlowly, s.SendHalfABody, s.ReadSlowly)
	return s
}

// NewHostileTraffic returns traffic without attackers.
func NewHostileTraffic(t testing.TB, addr string, pause time.Duration) *HostileTraffic {
	s := &HostileTraffic{t: t, addr: addr, pause: pause, bodies: hostileBodies()}
	s.ctx, s.cancel = context.WithCancel(t.Context())
	return s
}

// Run starts attackers of some kinds, strength of each.
func (s *HostileTraffic) Run(strength int, kinds ...HostileAction) {
	for _, b := range kinds {
		for range strength {
			s.running.Go(func() { s.repeat(s.ctx, b) })
		}
	}
}

// Stop ends the traffic and all its connections.
func (s *HostileTraffic) Stop() {
	s.cancel()
	s.running.Wait()
	s.transport.CloseIdleConnections()
}

func (s *HostileTraffic) repeat(ctx context.Context, b HostileAction) {
	for ctx.Err() == nil {
		if err := b(ctx); err != nil && ctx.Err() == nil {
			s.t.Error("hostile traffic:", err)
			return
		}
		s.Actions.Add(1)
		select {
		case <-time.After(s.pause):
		case <-ctx.Done():
		}
	}
}

func (s *HostileTraffic) post(ctx context.Context, body, accept string) (*http.Response, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+s.addr+"/graphql", strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", accept)
	return s.transport.RoundTrip(request)
}

// SubscribeRequest subscribes after an unknown change, so that the first event comes at once.
const SubscribeRequest = `{"query":"subscription{scheduleChanged(branchId:\"brn_demo-mitte\",after:\"chg_demo-mitte.4711\"){id}}"}`

// CutSockets subscribes over a WebSocket and resets the connection.
func (s *HostileTraffic) CutSockets(ctx context.Context) error {
	connection, socket, err := s.connect(ctx)
	if err != nil {
		return err
	}
	defer socket.CloseNow()
	for id := range 32 {
		if err := socket.Write(ctx, websocket.MessageText, fmt.Appendf(nil, `{"id":"%d","type":"subscribe","payload":%s}`, id, SubscribeRequest)); err != nil {
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
	return connection.SetLinger(0) // makes Close send a reset
}

// CutStreams subscribes by server-sent events and disconnects after the first.
func (s *HostileTraffic) CutStreams(ctx context.Context) error {
	response, err := s.post(ctx, SubscribeRequest, "text/event-stream")
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

// ReadSlowly requests more over a WebSocket than the buffers hold, and never reads.
func (s *HostileTraffic) ReadSlowly(ctx context.Context) error {
	_, socket, err := s.connect(ctx)
	if err != nil {
		return err
	}
	defer socket.CloseNow()
	payloads := []string{SubscribeRequest, `{"query":"{bookableVideoConsultations(branchId:\"brn_demo-mitte\",from:\"2026-11-23\",to:\"2027-02-20\"){days{starts}}}"}`}
	for id := range 32 {
		text := fmt.Appendf(nil, `{"id":"%d","type":"subscribe","payload":%s}`, id, payloads[id%2])
		if err := socket.Write(ctx, websocket.MessageText, text); err != nil {
			return err
		}
	}
	<-ctx.Done()
	return nil
}

// ReadStreamSlowly subscribes by server-sent events, and never reads.
func (s *HostileTraffic) ReadStreamSlowly(ctx context.Context) error {
	connection, err := new(net.Dialer).DialContext(ctx, "tcp", s.addr)
	if err != nil {
		return err
	}
	defer connection.Close()
	if err := connection.(*net.TCPConn).SetReadBuffer(4 << 10); err != nil {
		return err
	}
	_, err = fmt.Fprintf(connection, "POST /graphql HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: %d\r\n\r\n%s",
		s.addr, len(SubscribeRequest), SubscribeRequest)
	if err != nil {
		return err
	}
	<-ctx.Done()
	return nil
}

// connect opens a WebSocket with a small receive buffer.
func (s *HostileTraffic) connect(ctx context.Context) (*net.TCPConn, *websocket.Conn, error) {
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

// SendHeadersSlowly stops inside a header until the server cuts the connection.
func (s *HostileTraffic) SendHeadersSlowly(ctx context.Context) error {
	err := s.stopAfter(ctx, "POST /graphql HTTP/1.1\r\nHost: "+s.addr+"\r\nX-Slow: ")
	if ctx.Err() == nil {
		s.Cut.Add(1)
	}
	return err
}

// SendHalfABody stops inside a body until the server cuts the connection.
func (s *HostileTraffic) SendHalfABody(ctx context.Context) error {
	return s.stopAfter(ctx, "POST /graphql HTTP/1.1\r\nHost: "+s.addr+"\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"query\":")
}

// stopAfter sends the beginning of a request and reads until the connection ends.
func (s *HostileTraffic) stopAfter(ctx context.Context, beginning string) error {
	connection, err := new(net.Dialer).DialContext(ctx, "tcp", s.addr)
	if err != nil {
		return err
	}
	defer connection.Close()
	defer context.AfterFunc(ctx, func() { _ = connection.Close() })()
	if _, err := io.WriteString(connection, beginning); err != nil {
		return err
	}
	_, _ = io.Copy(io.Discard, connection) // a reset is fine, too
	return nil
}
