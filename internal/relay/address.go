package relay

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"net/netip"

	"github.com/pion/turn/v5"
)

// Errors of allocations.
var (
	errOnlyUDP  = errors.New("the relay has addresses of UDP only")          // TCP is what no browser asks for
	errOnlyFree = errors.New("the relay chooses ports itself")               // and so are even ports
	errTooMany  = errors.New("too many allocations")                         // beyond the limits
	errNoFamily = errors.New("the relay has no address of this kind of IP")  // IPv4 or IPv6
	errNoPort   = errors.New("the relay has no free port for an allocation") // all in use
)

// addresses gives allocations their relayed addresses. It implements turn.RelayAddressGenerator.
type addresses struct {
	peers *peers
	quota *quota
	count *counters
}

// Validate is called when the server starts.
func (a *addresses) Validate() error { return nil }

// AllocatePacketConn listens on a free port.
func (a *addresses) AllocatePacketConn(of turn.AllocateListenerConfig) (net.PacketConn, net.Addr, error) {
	if of.RequestedPort != 0 || of.UserID == "" {
		return nil, nil, errOnlyFree
	}
	public, listen, err := a.of(of.Network)
	if err != nil {
		return nil, nil, err
	}
	if !a.quota.take(of.UserID) {
		a.count.quota.Add(1)
		return nil, nil, errTooMany
	}
	conn, err := a.listen(of.Network, listen)
	if err != nil {
		a.quota.release(of.UserID)
		return nil, nil, err
	}
	relayed := newRelayedConn(conn, a.peers, a.quota, a.count, of.UserID)
	if !a.quota.add(relayed) {
		return nil, nil, errors.Join(net.ErrClosed, relayed.Close())
	}
	return relayed, net.UDPAddrFromAddrPort(netip.AddrPortFrom(public, portOf(conn))), nil
}

// of returns the public address for a network, udp4 or udp6, and the one to listen on.
func (a *addresses) of(network string) (public, listen netip.Addr, err error) {
	for _, public := range a.peers.public {
		if public.Is4() != (network == "udp4") {
			continue
		}
		switch {
		case !a.peers.listen.IsUnspecified():
			return public, a.peers.listen, nil
		case public.Is4():
			return public, netip.IPv4Unspecified(), nil
		default:
			return public, netip.IPv6Unspecified(), nil
		}
	}
	return public, listen, errNoFamily
}

// listen tries the ports from a random one on: other programs may use some.
func (a *addresses) listen(network string, address netip.Addr) (*net.UDPConn, error) {
	ports := int(a.peers.ports.Last) - int(a.peers.ports.First) + 1
	start := rand.IntN(ports) //nolint:gosec // no secret
	var failed error
	for i := range ports {
		port := a.peers.ports.First + uint16((start+i)%ports) //nolint:gosec // within the ports
		conn, err := net.ListenUDP(network, net.UDPAddrFromAddrPort(netip.AddrPortFrom(address, port)))
		if err == nil {
			return conn, nil
		}
		failed = err
	}
	return nil, fmt.Errorf("%w: %w", errNoPort, failed)
}

func portOf(conn *net.UDPConn) uint16 { return addrPortOf(conn.LocalAddr()).Port() }

// AllocateListener refuses.
func (a *addresses) AllocateListener(turn.AllocateListenerConfig) (net.Listener, net.Addr, error) {
	return nil, nil, errOnlyUDP
}

// AllocateConn refuses.
func (a *addresses) AllocateConn(turn.AllocateConnConfig) (net.Conn, error) { return nil, errOnlyUDP }
