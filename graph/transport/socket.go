package transport

import (
	"context"
	"errors"
	"io"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"
)

// closeGrace is how long a client may take to answer a close frame. It is short,
// because shutdown waits for it.
const closeGrace = time.Second

// A socket is one open WebSocket. One goroutine reads, another one watches over timeouts,
// and each operation has its own. All of them have ended when serve returns.
type socket struct {
	settings   WebSocket
	connection *websocket.Conn
	counted    *connection
	executor   graphql.GraphExecutor
	headers    http.Header

	// lifetime ends with the connection; abort ends it without a close frame.
	lifetime context.Context
	abort    context.CancelFunc
	// stop cancels the operations.
	stop context.CancelFunc

	// Only the reading goroutine uses these. operations is the context in which
	// operations run; Init may have set it. release ends the watch over the session.
	acknowledged bool
	operations   context.Context
	release      func()

	accepted chan (<-chan struct{}) // gets the end of the session once the socket is initialized

	initialized atomic.Bool
	received    atomic.Bool // whether the client has sent anything since the last ping

	writing sync.Mutex  // held while a message is written
	overdue *time.Timer // aborts the connection if writing takes too long; one for all messages costs less than a context for each

	mutex      sync.Mutex
	closing    bool
	active     map[string]*subscriber
	running    int
	goroutines sync.WaitGroup // grows only while closing is false
}

func newSocket(settings WebSocket, connection *websocket.Conn, counted *connection, executor graphql.GraphExecutor, headers http.Header) *socket {
	connection.SetReadLimit(-1) // read has its own limit, which sends a close frame
	return &socket{
		settings:   settings,
		connection: connection,
		counted:    counted,
		executor:   executor,
		headers:    headers,
		active:     map[string]*subscriber{},
		release:    func() {},
		accepted:   make(chan (<-chan struct{}), 1),
	}
}

// serve reads messages until the client or close ends the connection.
func (s *socket) serve(ctx context.Context) {
	s.lifetime, s.abort = context.WithCancel(ctx)
	s.overdue = time.AfterFunc(s.settings.WriteTimeout, s.abort)
	s.overdue.Stop()
	ctx, s.stop = context.WithCancel(ctx)
	defer func() {
		if value := recover(); value != nil {
			presentPanic(ctx, s.executor, value) // which logs it
			s.close(closeInternalError, "Internal server error")
		}
		s.shutdown()
		s.release()
	}()
	s.start(func() { s.watch(ctx, s.counted.closing()) })
	if s.connection.Subprotocol() != subprotocol {
		s.close(closeBadSubprotocol, "Subprotocol not acceptable")
	}
	for {
		text, err := s.read()
		if err != nil {
			break
		}
		s.handle(ctx, text)
	}
}

var errBroken = errors.New("the connection is broken")

// read returns the next message. A message that violates the protocol closes the
// socket, but read continues until the client disconnects, so that the close frame is
// not lost.
func (s *socket) read() ([]byte, error) {
	for {
		kind, reader, err := s.connection.Reader(s.lifetime)
		if err != nil {
			return nil, errBroken
		}
		text, err := io.ReadAll(io.LimitReader(reader, s.settings.MessageLimit+1))
		if err != nil {
			return nil, errBroken
		}
		switch {
		case int64(len(text)) > s.settings.MessageLimit:
			s.close(websocket.StatusMessageTooBig, "Message too big")
			if _, err := io.Copy(io.Discard, reader); err != nil {
				return nil, errBroken
			}
		case kind != websocket.MessageText:
			s.close(closeBadRequest, "Messages must be text")
		case !s.isClosing():
			s.received.Store(true)
			return text, nil
		}
	}
}

// send writes a message, and reports whether it was written. On an error or a timeout
// it aborts the connection, unless the socket is closing, which has its own timeout.
func (s *socket) send(message socketMessage) bool {
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.write(message)
}

// write is send for callers that hold s.writing.
func (s *socket) write(message socketMessage) bool {
	s.overdue.Reset(s.settings.WriteTimeout)
	err := s.connection.Write(s.lifetime, websocket.MessageText, message.text())
	s.overdue.Stop()
	if err != nil && !s.isClosing() {
		s.abort()
	}
	return err == nil
}

// start runs work in a goroutine that serve waits for, unless the socket is closing.
func (s *socket) start(work func()) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if !s.closing {
		s.goroutines.Go(work)
	}
}

// close sends a close frame and ends the socket within closeGrace. Further calls do
// nothing.
func (s *socket) close(code websocket.StatusCode, reason string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.closing {
		return
	}
	s.closing = true
	clear(s.active)
	s.stop()
	s.goroutines.Go(func() {
		grace := time.AfterFunc(closeGrace, s.abort)
		defer grace.Stop()
		_ = s.connection.Close(code, reason)
	})
}

func (s *socket) isClosing() bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.closing
}

// shutdown ends the socket and waits for its goroutines.
func (s *socket) shutdown() {
	s.mutex.Lock()
	if !s.closing {
		s.closing = true
		clear(s.active)
		s.abort()
	}
	s.mutex.Unlock()
	s.stop()
	s.goroutines.Wait()
	s.abort()
	_ = s.connection.CloseNow()
}
