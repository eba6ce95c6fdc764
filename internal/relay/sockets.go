package relay

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/netip"

	"visavis/internal/relay/turnurl"
)

// sockets are those on which clients reach the relay.
type sockets struct {
	packets *packets
	streams []*streams // TCP, and TLS if there is a certificate
}

// attempts is how often a free port is chosen, where any will do: it has to be free for UDP and for TCP, and not among the relayed ports,
// which participants reach by the relay.
const attempts = 100

func listen(ctx context.Context, c Config, f *flood, count *counters) (*sockets, error) {
	address, err := netip.ParseAddrPort(c.Addr)
	anyPort := err == nil && address.Port() == 0
	for range attempts {
		s, err := c.listenOnce(ctx, f, count)
		switch {
		case err != nil && anyPort:
			continue
		case err != nil:
			return nil, err
		case anyPort && c.Ports.contain(portOf(s.packets.UDPConn)):
			_ = s.close()
			continue
		}
		return s, c.listenTLS(ctx, s, f, count)
	}
	return nil, fmt.Errorf("cannot listen on VISAVIS_TURN_ADDR %s: no port is free for both UDP and TCP", c.Addr)
}

func (c *Config) listenOnce(ctx context.Context, f *flood, count *counters) (*sockets, error) {
	var config net.ListenConfig
	conn, err := config.ListenPacket(ctx, "udp", c.Addr)
	if err != nil {
		return nil, fmt.Errorf("cannot listen on VISAVIS_TURN_ADDR by UDP; choose an address of this machine and a free port: %w", err)
	}
	udp := conn.(*net.UDPConn)
	_ = udp.SetReadBuffer(receiveBuffer) // as much of it as the system allows
	// The same port also by TCP, for networks that let no UDP out.
	tcp, err := config.Listen(ctx, "tcp", udp.LocalAddr().String())
	if err != nil {
		return nil, errors.Join(fmt.Errorf("cannot listen on VISAVIS_TURN_ADDR by TCP; choose a free port: %w", err), udp.Close())
	}
	return &sockets{&packets{udp, f, count}, []*streams{newStreams(bounded{tcp}, c.Limits.Waiting, f, count)}}, nil
}

// listenTLS listens for TLS. If it cannot, it closes the other sockets.
func (c *Config) listenTLS(ctx context.Context, s *sockets, f *flood, count *counters) error {
	if c.TLSAddr == "" {
		return nil
	}
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", c.TLSAddr)
	if err != nil {
		return errors.Join(fmt.Errorf("cannot listen on VISAVIS_TURN_TLS_ADDR; choose an address of this machine and a free port: %w", err), s.close())
	}
	s.streams = append(s.streams, newStreams(tls.NewListener(bounded{listener}, c.TLS), c.Limits.Waiting, f, count))
	return nil
}

// bounded bounds what the system keeps of connections that the client reads slowly.
type bounded struct{ net.Listener }

// Accept returns the next connection.
func (b bounded) Accept() (net.Conn, error) {
	conn, err := b.Listener.Accept()
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetWriteBuffer(sendBuffer)
	}
	return conn, err
}

// allocated is called when a client has got an allocation by the socket at an address, or lost it.
func (s *sockets) allocated(client, at net.Addr, has bool) {
	for _, one := range s.streams {
		if client.Network() == "tcp" && addrPortOf(one.Addr()).Port() == addrPortOf(at).Port() {
			one.allocated(client, has)
		}
	}
}

func (s *sockets) urls(host string) []turnurl.URL {
	list := []turnurl.URL{{Transport: turnurl.UDP, Host: host, Port: int(portOf(s.packets.UDPConn))}}
	for i, transport := range []turnurl.Transport{turnurl.TCP, turnurl.TLS}[:len(s.streams)] {
		list = append(list, turnurl.URL{Transport: transport, Host: host, Port: int(addrPortOf(s.streams[i].Addr()).Port())})
	}
	return list
}

func (s *sockets) close() error {
	err := s.packets.Close()
	for _, one := range s.streams {
		err = errors.Join(err, one.Close())
	}
	return err
}
