package relay

import (
	"net"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// relayedConn is the relayed address of an allocation. It sends to whom participants may reach. Packets beyond its speed are lost, as on a
// narrow line: calls adapt to that.
type relayedConn struct {
	*net.UDPConn
	peers   *peers
	in, out *rate.Limiter
	count   *counters
	release func() // once
}

func newRelayedConn(conn *net.UDPConn, p *peers, q *quota, count *counters, participant string) *relayedConn {
	perSecond := q.limits.BytesPerSecond
	speed := func() *rate.Limiter { return rate.NewLimiter(rate.Limit(perSecond), perSecond) }
	c := &relayedConn{UDPConn: conn, peers: p, in: speed(), out: speed(), count: count}
	c.release = sync.OnceFunc(func() {
		q.remove(c)
		q.release(participant)
	})
	return c
}

// ReadFrom reads the next packet of a peer.
func (c *relayedConn) ReadFrom(p []byte) (int, net.Addr, error) {
	for {
		n, from, err := c.ReadFromUDPAddrPort(p)
		if err != nil {
			return 0, nil, err
		}
		peer, ok := c.peers.source(from)
		if ok && c.passes(c.in, n) {
			return n, net.UDPAddrFromAddrPort(peer), nil
		}
	}
}

// WriteTo sends a packet to a peer. What is refused or lost looks like sent, as it would on the way.
func (c *relayedConn) WriteTo(p []byte, to net.Addr) (int, error) {
	target, ok := c.peers.target(addrPortOf(to))
	if !ok {
		c.count.peer.Add(1)
		return len(p), nil
	}
	if !c.passes(c.out, len(p)) {
		return len(p), nil
	}
	return c.WriteToUDPAddrPort(p, target)
}

func (c *relayedConn) passes(speed *rate.Limiter, n int) bool {
	if !speed.AllowN(time.Now(), n) {
		c.count.lost.Add(int64(n))
		return false
	}
	c.count.bytes.Add(int64(n))
	return true
}

// Close ends the allocation.
func (c *relayedConn) Close() error {
	defer c.release()
	return c.UDPConn.Close()
}
