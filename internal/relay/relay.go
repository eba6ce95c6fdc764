package relay

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/netip"
	"slices"

	"github.com/pion/logging"
	"github.com/pion/stun/v4"
	"github.com/pion/turn/v5"

	"visavis/internal/civil"
	"visavis/internal/relay/turnurl"
)

// realm names what credentials are for.
const realm = "visavis"

// Config says where a relay listens and whom it serves.
type Config struct {
	Addr    string       // host and port, for UDP and TCP
	TLSAddr string       // host and port for TLS; empty: none
	TLS     *tls.Config  // with a certificate
	Public  []netip.Addr // as participants reach it: an address of IPv4, of IPv6, or both
	Ports   Ports        // of relayed addresses
	Secret  []byte       // from which credentials follow
	Limits  Limits
	Clock   civil.Clock
}

// A Relay is a running relay.
type Relay struct {
	server  *turn.Server
	sockets *sockets
	quota   *quota
	count   *counters
}

// Start runs a relay until it is closed.
func Start(ctx context.Context, c Config) (*Relay, error) {
	count, flooded := &counters{}, newFlood(c.Limits.Requests)
	s, err := listen(ctx, c, flooded, count)
	if err != nil {
		return nil, err
	}
	p, err := newPeers(c.Public, addrPortOf(s.packets.LocalAddr()).Addr(), c.Ports)
	if err != nil {
		return nil, errors.Join(err, s.close())
	}
	q := newQuota(c.Limits)
	server, err := turn.NewServer(c.server(s, p, q, count))
	if err != nil {
		return nil, errors.Join(err, s.close())
	}
	return &Relay{server: server, sockets: s, quota: q, count: count}, nil
}

func (c *Config) server(s *sockets, p *peers, q *quota, count *counters) turn.ServerConfig {
	from, granted := &addresses{p, q, count}, newGrants(c.Limits.Peers)
	mayReach := func(client net.Addr, ip net.IP) bool {
		peer, ok := netip.AddrFromSlice(ip)
		if ok && p.mayPermit(peer) && granted.hasRoom(client, peer.Unmap()) {
			return true
		}
		count.peer.Add(1)
		return false
	}
	config := turn.ServerConfig{
		Realm: realm, LoggerFactory: silent{},
		AuthHandler: func(request *turn.RequestAttributes) (string, []byte, bool) { return c.authenticate(request, count) },
		QuotaHandler: func(participant, _ string, _ net.Addr) bool {
			may := q.mayAllocate(participant)
			if !may {
				count.quota.Add(1)
			}
			return may
		},
		EventHandler: events(s, granted, count),
		// A relayed address of IPv4 unless IPv6 is asked for, also for clients that come by IPv6: two participants need the same kind.
		StrictAddressFamily: slices.ContainsFunc(p.public, netip.Addr.Is4),
		PacketConnConfigs:   []turn.PacketConnConfig{{PacketConn: s.packets, RelayAddressGenerator: from, PermissionHandler: mayReach}},
	}
	for _, listener := range s.streams {
		config.ListenerConfigs = append(config.ListenerConfigs, turn.ListenerConfig{Listener: listener, RelayAddressGenerator: from, PermissionHandler: mayReach})
	}
	return config
}

// events keeps what clients have up to date.
func events(s *sockets, granted *grants, count *counters) turn.EventHandler {
	return turn.EventHandler{
		OnAuth: func(_, _ net.Addr, _, _, _, _ string, verdict bool) {
			if !verdict {
				count.credential.Add(1)
			}
		},
		OnAllocationCreated: func(client, at net.Addr, _, _, _ string, _ net.Addr, _ int) { s.allocated(client, at, true) },
		OnAllocationDeleted: func(client, at net.Addr, _, _, _ string) { s.allocated(client, at, false) },
		OnPermissionCreated: func(client, _ net.Addr, _, _, _ string, _ net.Addr, peer net.IP) {
			address, _ := netip.AddrFromSlice(peer)
			granted.addPeer(client, address.Unmap())
		},
		OnPermissionDeleted: func(client, _ net.Addr, _, _, _ string, _ net.Addr, peer net.IP) {
			address, _ := netip.AddrFromSlice(peer)
			granted.removePeer(client, address.Unmap())
		},
		OnChannelCreated: func(client, _ net.Addr, _, _, _ string, _, _ net.Addr, _ uint16) { granted.addChannels(client, 1) },
		OnChannelDeleted: func(client, _ net.Addr, _, _, _ string, _, _ net.Addr, _ uint16) { granted.addChannels(client, -1) },
	}
}

// authenticate returns the participant of a credential and its key. An expired credential keeps what it has allocated, for a while.
func (c *Config) authenticate(request *turn.RequestAttributes, count *counters) (participant string, key []byte, ok bool) {
	participant, expiresAt, ok := parseUsername(request.Username)
	if request.Method != stun.MethodAllocate {
		expiresAt = expiresAt.Add(CredentialTime)
	}
	if !ok || expiresAt <= c.Clock() {
		count.credential.Add(1)
		return "", nil, false
	}
	return participant, turn.GenerateAuthKey(request.Username, request.Realm, passwordOf(c.Secret, request.Username)), true
}

// URLs returns where participants reach the relay, under a host name or address.
func (r *Relay) URLs(host string) []turnurl.URL { return r.sockets.urls(host) }

// Count returns what the relay does, for metrics.
func (r *Relay) Count() Count {
	return Count{Allocations: r.quota.count(), Bytes: r.count.bytes.Load(), LostBytes: r.count.lost.Load(), Refused: r.count.refused()}
}

// Close ends all allocations and stops listening.
func (r *Relay) Close() error {
	err := r.server.Close() // which closes the sockets
	r.quota.close()
	return err
}

// silent logs nothing: the library would log user names and addresses of participants.
type silent struct{}

// NewLogger returns a logger that writes nothing.
func (silent) NewLogger(string) logging.LeveledLogger {
	return logging.NewDefaultLeveledLoggerForScope("", logging.LogLevelDisabled, io.Discard)
}
