package transport

import (
	"context"
	"sync"
)

// Connections tracks the open sockets and event streams of a server, so that
// Shutdown can close them. All transports of a server share one value. It is safe
// for concurrent use.
type Connections struct {
	mutex   sync.Mutex
	open    int
	closed  bool
	closing chan struct{}
	drained chan struct{}
}

// NewConnections returns a Connections without any connection.
func NewConnections() *Connections {
	return &Connections{closing: make(chan struct{}), drained: make(chan struct{})}
}

// Shutdown closes all connections, rejects new ones and waits until all have ended,
// including their operations, or until the context is done. Sockets are closed with
// code 1012, and event streams end without a complete event; clients reconnect after
// both. Call it before http.Server.Shutdown, which ignores sockets and waits for
// event streams.
func (c *Connections) Shutdown(ctx context.Context) error {
	c.mutex.Lock()
	if !c.closed {
		c.closed = true
		close(c.closing)
		c.closeDrainedIfEmpty()
	}
	c.mutex.Unlock()
	select {
	case <-c.drained:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// register counts a connection until it calls unregister. The connection must end when
// closing is closed. ok is false once Shutdown was called.
func (c *Connections) register() (closing <-chan struct{}, unregister func(), ok bool) {
	if c == nil {
		return nil, func() {}, true
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.closed {
		return nil, nil, false
	}
	c.open++
	return c.closing, c.unregister, true
}

func (c *Connections) unregister() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.open--
	c.closeDrainedIfEmpty()
}

func (c *Connections) closeDrainedIfEmpty() {
	if c.closed && c.open == 0 {
		close(c.drained)
	}
}
