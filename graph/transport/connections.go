package transport

import (
	"context"
	"sync"
)

// Connections knows the open sockets and event streams of a server, so that
// they can be told to end. One value serves all transports of a server.
type Connections struct {
	mutex  sync.Mutex
	open   int
	closed bool
	ending chan struct{}
	gone   chan struct{}
}

// NewConnections returns a Connections without any connection.
func NewConnections() *Connections {
	return &Connections{ending: make(chan struct{}), gone: make(chan struct{})}
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
		close(c.ending)
		c.closeGoneIfEmpty()
	}
	c.mutex.Unlock()
	select {
	case <-c.gone:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// enter counts a connection until it calls leave. The connection ends itself
// when ending is closed. There is no entry once the server shuts down.
func (c *Connections) enter() (ending <-chan struct{}, leave func(), ok bool) {
	if c == nil {
		return nil, func() {}, true
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.closed {
		return nil, nil, false
	}
	c.open++
	return c.ending, c.leave, true
}

func (c *Connections) leave() {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	c.open--
	c.closeGoneIfEmpty()
}

func (c *Connections) closeGoneIfEmpty() {
	if c.closed && c.open == 0 {
		close(c.gone)
	}
}
