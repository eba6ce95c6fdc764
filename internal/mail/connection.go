package mail

import (
	"context"
	"net"
	"sync"
	"time"
)

// grace is how long a mail that is under way may take when the worker is to end: it
// would rather hear the acknowledgement than send the mail once more.
const grace = time.Second

// A line is a connection that ends soon after its context does, whatever deadlines are
// set later.
type endingConn struct {
	net.Conn
	mutex  sync.Mutex
	ended  bool
	forget func() bool // the context
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
	_ = c.Conn.SetDeadline(time.Now().Add(grace)) // of a closed connection, it matters no more
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
