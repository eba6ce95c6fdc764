package storetest

import (
	"errors"
	"net"
	"net/url"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
)

// A Line leads to the throw-away PostgreSQL, and can be broken in several ways.
type Proxy struct {
	postgres string // its socket
	listener net.Listener

	mutex       sync.Mutex
	cut         bool
	connections map[*proxied]struct{}
	ended       sync.WaitGroup
}

// A call is a connection over the line.
type proxied struct {
	client, postgres net.Conn
	blackholed       atomic.Bool
}

// NewLine returns a line until the end of the test, and the URL by which the database is reached over it.
func NewProxy(t testing.TB, databaseURL string) (line *Proxy, over string) {
	t.Helper()
	target, err := url.Parse(databaseURL)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	line = &Proxy{
		postgres: filepath.Join(target.Query().Get("host"), ".s.PGSQL.5432"), listener: listener, connections: map[*proxied]struct{}{},
	}
	line.ended.Go(line.serve)
	t.Cleanup(func() {
		_ = listener.Close() // nobody waits for it
		line.Cut()
		line.ended.Wait()
	})
	target.Host, target.RawQuery = listener.Addr().String(), "sslmode=disable"
	return line, target.String()
}

// Cut ends every connection, and refuses new ones until the line is mended.
func (l *Proxy) Cut() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.cut = true
	for c := range l.connections {
		c.close()
		delete(l.connections, c)
	}
}

// Mend lets everybody in again.
func (l *Proxy) Restore() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.cut = false
}

// Hush has nothing pass over the present connections any more, and tells nobody: as a network does that forgets them, or
// a machine that loses its power. New ones are as good as ever.
func (l *Proxy) Blackhole() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	for c := range l.connections {
		c.blackholed.Store(true)
	}
}

func (l *Proxy) serve() {
	for {
		client, err := l.listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err == nil {
			l.connect(client)
		}
	}
}

func (l *Proxy) connect(client net.Conn) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.cut {
		_ = client.Close() // that is the refusal
		return
	}
	postgres, err := net.Dial("unix", l.postgres)
	if err != nil {
		_ = client.Close() // whoever called is told by that
		return
	}
	c := &proxied{client: client, postgres: postgres}
	l.connections[c] = struct{}{}
	l.ended.Go(func() { c.copy(postgres, client) })
	l.ended.Go(func() { c.copy(client, postgres) })
}

// carry takes what comes from one end to the other, until one of them has gone.
func (c *proxied) copy(from, to net.Conn) {
	text := make([]byte, 32<<10)
	for {
		n, err := from.Read(text)
		if c.blackholed.Load() {
			if err != nil {
				return // and the other end does not learn of it
			}
			continue
		}
		if _, lost := to.Write(text[:n]); err != nil || lost != nil {
			c.close()
			return
		}
	}
}

// hangUp tells both ends.
func (c *proxied) close() {
	_ = c.client.Close() // of what was cut nobody expects more
	_ = c.postgres.Close()
}
