package store

import (
	"context"
	"errors"
	"net"
	"os"
	"sync"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

const (
	// connectTimeout limits connecting to a server, unless the URL sets connect_timeout.
	connectTimeout = 5 * time.Second
	// readTimeout limits each statement. Otherwise a network that drops all packets, or a stalled server, would block
	// callers forever. Clients wait for ten seconds.
	readTimeout = 8 * time.Second
)

// withReadTimeout wraps the connections of dial with readTimeout.
func withReadTimeout(dial pgconn.DialFunc) pgconn.DialFunc {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		connection, err := dial(ctx, network, address)
		if err != nil {
			return nil, err
		}
		return &timeoutConn{Conn: connection}, nil
	}
}

// timeoutConn is a connection whose reads time out, which closes it: a rollback would wait as long again. Idle connections are not read.
type timeoutConn struct {
	net.Conn
	mu       sync.Mutex
	deadline time.Time // set by the user of the connection
}

func (c *timeoutConn) Read(p []byte) (int, error) {
	isLimited, err := c.limit()
	if err != nil {
		return 0, err
	}
	n, err := c.Conn.Read(p)
	if isLimited && errors.Is(err, os.ErrDeadlineExceeded) {
		_ = c.Conn.Close() // which the caller learns by err
	}
	return n, err
}

// limit sets readTimeout, unless the user of the connection has set a deadline.
func (c *timeoutConn) limit() (isLimited bool, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.deadline.IsZero() {
		return false, nil
	}
	return true, c.Conn.SetReadDeadline(time.Now().Add(readTimeout))
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
