package relay

import (
	"errors"
	"net"
	"net/netip"
	"slices"
	"sync/atomic"

	"visavis/internal/publicaddress"
)

// Ports are the ports of relayed addresses.
type Ports struct{ First, Last uint16 }

func (p Ports) contain(port uint16) bool { return p.First <= port && port <= p.Last }

// lowestPeerPort is the lowest port of peers elsewhere: browsers use none of a service such as DNS.
const lowestPeerPort = 1024

// peers decides whom participants reach by the relay: public addresses elsewhere, and the relayed ports of this relay, which are those of
// the other participant. Neighbors may have public addresses, too, and be open to each other: of them only relayed ports, of another
// replica's relay.
type peers struct {
	public []netip.Addr // addresses of the relay as participants see them
	listen netip.Addr   // on which the relayed ports are; unspecified: on all
	ports  Ports

	interfaces func() []netip.Prefix          // addresses of this machine, each with its network
	last       atomic.Pointer[[]netip.Prefix] // of the last time somebody was permitted
}

// newPeers returns the peers of a relay that listens on an address. One that listens on a single address has relayed addresses of its kind
// only.
func newPeers(public []netip.Addr, listen netip.Addr, ports Ports) (*peers, error) {
	p := &peers{listen: listen, ports: ports, interfaces: interfacesOfThisMachine}
	p.look()
	for _, address := range public {
		if address = address.Unmap(); listen.IsUnspecified() || address.Is4() == listen.Is4() {
			p.public = append(p.public, address)
		}
	}
	if len(p.public) == 0 {
		return nil, errors.New("VISAVIS_TURN_PUBLIC_ADDRESS and VISAVIS_TURN_ADDR are of different kinds of IP; write two of IPv4, or two of IPv6")
	}
	return p, nil
}

// mayPermit reports whether participants may reach an address at all.
func (p *peers) mayPermit(peer netip.Addr) bool {
	peer = peer.Unmap()
	isOwn := func(one netip.Prefix) bool { return one.Addr() == peer }
	return slices.Contains(p.public, peer) || publicaddress.Is(peer) && !slices.ContainsFunc(p.look(), isOwn)
}

// look returns the addresses of this machine, which may change.
func (p *peers) look() []netip.Prefix {
	found := p.interfaces()
	p.last.Store(&found)
	return found
}

// networkBits is how much of an IPv6 address a site has at least.
const networkBits = 56

// isNeighbor reports whether an address is one of this machine's networks.
func (p *peers) isNeighbor(peer netip.Addr) bool {
	for _, one := range *p.last.Load() {
		if one.Addr().Is6() && one.Bits() > networkBits {
			one = netip.PrefixFrom(one.Addr(), networkBits)
		}
		if one.Masked().Contains(peer) {
			return true
		}
	}
	return false
}

// target returns where to send what is for a peer; false: nowhere. What is for another participant of this relay stays on the machine, since
// behind a NAT not every packet to the own public address comes back.
func (p *peers) target(peer netip.AddrPort) (netip.AddrPort, bool) {
	address := peer.Addr().Unmap()
	if slices.Contains(p.public, address) {
		return netip.AddrPortFrom(p.local(address), peer.Port()), p.ports.contain(peer.Port())
	}
	to := netip.AddrPortFrom(address, peer.Port())
	return to, peer.Port() >= lowestPeerPort && publicaddress.Is(address) && (p.ports.contain(peer.Port()) || !p.isNeighbor(address))
}

// source is the reverse of target: it returns who has sent a packet; false: nobody from whom packets are taken.
func (p *peers) source(from netip.AddrPort) (netip.AddrPort, bool) {
	address := from.Addr().Unmap()
	for _, public := range p.public {
		if address == public || address == p.local(public) {
			return netip.AddrPortFrom(public, from.Port()), p.ports.contain(from.Port())
		}
	}
	return netip.AddrPortFrom(address, from.Port()), true // pion takes it only from whom is permitted
}

// local returns where the relayed ports of a public address are on this machine.
func (p *peers) local(public netip.Addr) netip.Addr {
	switch {
	case !p.listen.IsUnspecified():
		return p.listen
	case public.Is4():
		return netip.AddrFrom4([4]byte{127, 0, 0, 1})
	default:
		return netip.IPv6Loopback()
	}
}

// interfacesOfThisMachine returns the addresses of all interfaces; none if they cannot be read.
func interfacesOfThisMachine() (list []netip.Prefix) {
	interfaces, err := net.InterfaceAddrs()
	if err != nil {
		return nil
	}
	for _, one := range interfaces {
		if prefix, err := netip.ParsePrefix(one.String()); err == nil {
			list = append(list, prefix)
		}
	}
	return list
}

// addrPortOf returns the address and the port of a UDP or TCP address.
func addrPortOf(address net.Addr) netip.AddrPort {
	var a netip.AddrPort
	switch address := address.(type) {
	case *net.UDPAddr:
		a = address.AddrPort()
	case *net.TCPAddr:
		a = address.AddrPort()
	}
	return netip.AddrPortFrom(a.Addr().Unmap(), a.Port())
}
