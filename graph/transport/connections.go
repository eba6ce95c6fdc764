package transport

import (
	"context"
	"sync"
)

// Connections tracks the open sockets and event streams of a server, so that they are
// bounded and Shutdown can close them. All transports of a server share one value. It
// is safe for concurrent use.
type Connections struct {
	limits Limits

	mutex     sync.Mutex
	used      usage
	strangers usage
	callers   map[Caller]usage
	closed    bool
	closing   chan struct{}
	drained   chan struct{}
}

// NewConnections returns a Connections without any connection.
func NewConnections(limits Limits) *Connections {
	return &Connections{
		limits: limits.withDefaults(), callers: map[Caller]usage{}, closing: make(chan struct{}), drained: make(chan struct{}),
	}
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

// A connection is one that is counted. The methods of nil count nothing.
type connection struct {
	all    *Connections
	caller Caller // guarded by all.mutex, like used
	used   usage
}

// register counts a connection until it calls unregister. The connection must end when
// closing is closed.
func (c *Connections) register(caller Caller) (*connection, *refusal) {
	if c == nil {
		return nil, nil
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.closed {
		return nil, shuttingDown()
	}
	counted := &connection{all: c, caller: caller}
	if !c.add(counted, usage{connections: 1}) {
		return nil, tooManyConnections()
	}
	return counted, nil
}

// add counts more of a connection, unless that exceeds a limit.
func (c *Connections) add(to *connection, more usage) bool {
	mine, strangers := c.callers[to.caller].plus(more), c.strangers
	if to.caller.IsStranger {
		strangers = strangers.plus(more)
	}
	used := c.used.plus(more)
	if !mine.fits(c.limits.most(to.caller)) || !used.fits(c.limits.total(false)) || !strangers.fits(c.limits.total(true)) {
		return false
	}
	to.used, c.callers[to.caller], c.strangers, c.used = to.used.plus(more), mine, strangers, used
	return true
}

func (c *Connections) remove(from *connection, less usage) {
	from.used, c.used = from.used.minus(less), c.used.minus(less)
	if from.caller.IsStranger {
		c.strangers = c.strangers.minus(less)
	}
	if left := c.callers[from.caller].minus(less); left == (usage{}) {
		delete(c.callers, from.caller)
	} else {
		c.callers[from.caller] = left
	}
}

// closing returns a channel that is closed when the connection must end.
func (c *connection) closing() <-chan struct{} {
	if c == nil {
		return nil
	}
	return c.all.closing
}

// unregister ends the counting, of operations too.
func (c *connection) unregister() {
	if c == nil {
		return
	}
	c.all.mutex.Lock()
	defer c.all.mutex.Unlock()
	c.all.remove(c, c.used)
	c.all.closeDrainedIfEmpty()
}

// become counts the connection for another caller, and reports whether the limits of
// that one permit it.
func (c *connection) become(caller Caller) bool {
	if c == nil {
		return true
	}
	c.all.mutex.Lock()
	defer c.all.mutex.Unlock()
	used, before := c.used, c.caller
	c.all.remove(c, used)
	c.caller = caller
	if c.all.add(c, used) {
		return true
	}
	c.caller = before
	c.all.add(c, used) // which fitted before
	return false
}

// begin counts an operation until end, and reports whether the limits permit it.
func (c *connection) begin() bool {
	if c == nil {
		return true
	}
	c.all.mutex.Lock()
	defer c.all.mutex.Unlock()
	return c.all.add(c, usage{operations: 1})
}

func (c *connection) end() {
	if c == nil {
		return
	}
	c.all.mutex.Lock()
	defer c.all.mutex.Unlock()
	c.all.remove(c, usage{operations: 1})
}

func (c *Connections) closeDrainedIfEmpty() {
	if c.closed && c.used.connections == 0 {
		close(c.drained)
	}
}
