package store

import (
	"context"
	"net"
	"sync"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

const (
	// longestConnecting is how long a server may take to accept a connection, unless the URL says so itself.
	connectTimeout = 5 * time.Second
	// longestSilence is how long a server may take over one statement. A network that swallows everything, and a
	// server that stands still, would hold whoever asks for ever. Clients wait for ten seconds.
	readTimeout = 8 * time.Second
)

// impatiently dials connections on which no statement waits longer than longestSilence for its answer.
func withReadTimeout(dial pgconn.DialFunc) pgconn.DialFunc {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		connection, err := dial(ctx, network, address)
		if err != nil {
			return nil, err
		}
		return &timeoutConn{Conn: connection}, nil
	}
}

// impatient is a connection whose reads end in time. An idle one is not read.
type timeoutConn struct {
	net.Conn
	mu       sync.Mutex
	deadline time.Time // that its user has set
}

func (c *timeoutConn) Read(p []byte) (int, error) {
	if err := c.limit(); err != nil {
		return 0, err
	}
	return c.Conn.Read(p)
}

func (c *timeoutConn) limit() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.deadline.IsZero() {
		return nil
	}
	return c.Conn.SetReadDeadline(time.Now().Add(readTimeout))
}

func (c *timeoutConn) SetDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.deadline = t
	return c.Conn.SetDeadline(t)
}

func (c *timeoutConn) SetReadDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.deadline = t
	return c.Conn.SetReadDeadline(t)
}
