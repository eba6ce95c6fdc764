package transport

import (
	"context"
	"sync"
)

// Connections knows the open sockets and event streams of a server, so that
// they can be told to end. One value serves all transports of a server.
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

// Shutdown tells all connections to end, refuses new ones and waits until the
// last has gone with everything it was running, or until the context is done.
// Sockets are closed with code 1012, event streams end without a complete
// event; both tell the client to come back. http.Server.Shutdown knows nothing
// of sockets and waits for event streams, so it is called after this.
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

// enter counts a connection until it calls leave. The connection ends itself
// when ending is closed. There is no entry once the server shuts down.
func (c *Connections) register() (ending <-chan struct{}, leave func(), ok bool) {
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
