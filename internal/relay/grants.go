package relay

import (
	"net"
	"net/netip"
	"sync"
)

// grants counts the peers and the channels of each client: the library keeps as many as are asked for.
type grants struct {
	limit int

	mutex sync.Mutex
	of    map[string]*grant // by client
}

type grant struct {
	peers    map[netip.Addr]struct{}
	channels int
}

func newGrants(limit int) *grants { return &grants{limit: limit, of: map[string]*grant{}} }

// hasRoom reports whether a client may have a peer, which it may have already, or a channel to it.
func (g *grants) hasRoom(client net.Addr, peer netip.Addr) bool {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	granted, known := g.of[keyOf(client)]
	if !known {
		return true
	}
	_, has := granted.peers[peer]
	return (has || len(granted.peers) < g.limit) && granted.channels < g.limit
}

// change changes what a client has.
func (g *grants) change(client net.Addr, do func(*grant)) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	key := keyOf(client)
	granted, known := g.of[key]
	if !known {
		granted = &grant{peers: map[netip.Addr]struct{}{}}
		g.of[key] = granted
	}
	do(granted)
	if len(granted.peers) == 0 && granted.channels <= 0 {
		delete(g.of, key)
	}
}

func (g *grants) addPeer(client net.Addr, peer netip.Addr) {
	g.change(client, func(granted *grant) { granted.peers[peer] = struct{}{} })
}

func (g *grants) removePeer(client net.Addr, peer netip.Addr) {
	g.change(client, func(granted *grant) { delete(granted.peers, peer) })
}

func (g *grants) addChannels(client net.Addr, n int) {
	g.change(client, func(granted *grant) { granted.channels += n })
}

func keyOf(client net.Addr) string { return client.Network() + client.String() }
