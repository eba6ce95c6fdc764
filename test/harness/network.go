package harness

import (
	"net"
	"sync"
	"testing"
)

// network forwards connections to a database, and can fail.
type network struct {
	t        testing.TB
	listener net.Listener
	to       string

	mu          sync.Mutex
	isCut       bool
	moving      chan struct{} // closed while bytes are forwarded
	connections map[net.Conn]bool
	ended       sync.WaitGroup
}

func NewNetwork(t testing.TB, socket string) *network {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	n := &network{t: t, listener: listener, to: socket, moving: make(chan struct{}), connections: map[net.Conn]bool{}}
	close(n.moving)
	n.ended.Go(n.accept)
	t.Cleanup(func() {
		_ = listener.Close()
		n.Cut()
		n.Heal()
		n.ended.Wait()
	})
	return n
}

func (n *network) Addr() string { return n.listener.Addr().String() }

func (n *network) accept() {
	for {
		client, err := n.listener.Accept()
		if err != nil {
			return
		}
		database, err := net.Dial("unix", n.to)
		if err != nil {
			_ = client.Close()
			continue
		}
		if !n.keep(client, database) {
			continue
		}
		n.ended.Go(func() { n.carry(client, database) })
		n.ended.Go(func() { n.carry(database, client) })
	}
}

// keep registers connections that Cut closes. It reports false if the network is cut already.
func (n *network) keep(connections ...net.Conn) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, c := range connections {
		if n.isCut {
			_ = c.Close()
		} else {
			n.connections[c] = true
		}
	}
	return !n.isCut
}

// carry forwards bytes from one side to the other, except while the network stalls.
func (n *network) carry(from, to net.Conn) {
	defer from.Close()
	defer to.Close()
	buffer := make([]byte, 64<<10)
	for {
		length, err := from.Read(buffer)
		if err != nil {
			return
		}
		n.mu.Lock()
		moving := n.moving
		n.mu.Unlock()
		<-moving
		if _, err := to.Write(buffer[:length]); err != nil {
			return
		}
	}
}

// Cut closes all connections, and each new one.
func (n *network) Cut() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.isCut = true
	for c := range n.connections {
		_ = c.Close()
	}
	clear(n.connections)
}

// Stall holds back all bytes; connections stay open.
func (n *network) Stall() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.moving = make(chan struct{})
}

// Heal ends a cut or a stall. Bytes that were held back arrive late.
func (n *network) Heal() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.isCut = false
	select {
	case <-n.moving:
	default:
		close(n.moving)
	}
}
