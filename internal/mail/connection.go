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
type line struct {
	net.Conn
	mutex  sync.Mutex
	ended  bool
	forget func() bool // the context
}

func newLine(ctx context.Context, connection net.Conn) *line {
	l := &line{Conn: connection}
	l.forget = context.AfterFunc(ctx, l.end)
	return l
}

// Close closes the connection.
func (l *line) Close() error {
	l.forget()
	return l.Conn.Close()
}

func (l *line) end() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.ended = true
	_ = l.Conn.SetDeadline(time.Now().Add(grace)) // of a closed connection, it matters no more
}

// SetDeadline sets a deadline, unless the context has ended.
func (l *line) SetDeadline(at time.Time) error {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.ended {
		return nil
	}
	return l.Conn.SetDeadline(at)
}
