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

// A Proxy forwards connections to the temporary PostgreSQL and can simulate network failures.
type Proxy struct {
	postgres string // its socket
	listener net.Listener

	mutex       sync.Mutex
	cut         bool
	connections map[*proxied]struct{}
	ended       sync.WaitGroup
}

// A proxied connection has two ends.
type proxied struct {
	client, postgres net.Conn
	blackholed       atomic.Bool
}

// NewProxy starts a proxy until the end of the test and returns it with the URL of the database behind it.
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
		_ = listener.Close() // the error does not matter
		line.Cut()
		line.ended.Wait()
	})
	target.Host, target.RawQuery = listener.Addr().String(), "sslmode=disable"
	return line, target.String()
}

// Cut closes all connections and refuses new ones until Restore is called.
func (l *Proxy) Cut() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.cut = true
	for c := range l.connections {
		c.close()
		delete(l.connections, c)
	}
}

// Restore accepts connections again.
func (l *Proxy) Restore() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.cut = false
}

// Blackhole silently drops all data of the current connections, like a network that forgot them or a machine that lost
// power. New connections work.
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
		_ = client.Close() // refused
		return
	}
	postgres, err := net.Dial("unix", l.postgres)
	if err != nil {
		_ = client.Close() // which informs the caller
		return
	}
	c := &proxied{client: client, postgres: postgres}
	l.connections[c] = struct{}{}
	l.ended.Go(func() { c.copy(postgres, client) })
	l.ended.Go(func() { c.copy(client, postgres) })
}

// copy copies from one end to the other until either is closed.
func (c *proxied) copy(from, to net.Conn) {
	text := make([]byte, 32<<10)
	for {
		n, err := from.Read(text)
		if c.blackholed.Load() {
			if err != nil {
				return // without notifying the other end
			}
			continue
		}
		if _, lost := to.Write(text[:n]); err != nil || lost != nil {
			c.close()
			return
		}
	}
}

// close closes both ends.
func (c *proxied) close() {
	_ = c.client.Close() // nobody reads it anymore
	_ = c.postgres.Close()
}
