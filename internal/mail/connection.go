package mail

import (
	"context"
	"net"
	"sync"
	"time"
)

// grace is how long a delivery may go on after the shutdown began: an acknowledgement saves sending the mail twice.
const grace = time.Second

// An endingConn is a connection that times out soon after its context is done, regardless of later deadlines.
type endingConn struct {
	net.Conn
	mutex  sync.Mutex
	ended  bool
	forget func() bool // stops watching the context
}

func newEndingConn(ctx context.Context, connection net.Conn) *endingConn {
	c := &endingConn{Conn: connection}
	c.forget = context.AfterFunc(ctx, c.end)
	return c
}

// Close closes the connection.
func (c *endingConn) Close() error {
	c.forget()
	return c.Conn.Close()
}

func (c *endingConn) end() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.ended = true
	_ = c.Conn.SetDeadline(time.Now().Add(grace)) // on a closed connection the error does not matter
}

// SetDeadline sets a deadline, unless the context has ended.
func (c *endingConn) SetDeadline(at time.Time) error {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.ended {
		return nil
	}
	return c.Conn.SetDeadline(at)
}
