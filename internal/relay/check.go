package relay

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strconv"
	"time"

	"github.com/pion/stun/v4"
	"github.com/pion/turn/v5"

	"visavis/internal/relay/turnurl"
)

// Check uses a relay as two participants would: it makes two allocations and sends a packet from one to the other. The error is a sentence
// that says what fails and what to do. It takes no longer than the context.
func Check(ctx context.Context, to turnurl.URL, server *ICEServer) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	one, err := allocateAt(ctx, to, server)
	if err != nil {
		return err
	}
	other, err := allocateAt(ctx, to, server)
	if err != nil {
		return err
	}
	return pass(ctx, one, other)
}

// allocateAt returns a relayed address, which ends with the context.
func allocateAt(ctx context.Context, to turnurl.URL, server *ICEServer) (net.PacketConn, error) {
	conn, at, err := connect(ctx, to)
	if err != nil {
		return nil, err
	}
	context.AfterFunc(ctx, func() { _ = conn.Close() })
	client, err := turn.NewClient(&turn.ClientConfig{
		TURNServerAddr: at.String(), Conn: conn, Username: server.Username, Password: server.Credential,
		LoggerFactory: silent{}, RequestedAddressFamily: turn.RequestedAddressFamilyIPv4, // as browsers, which ask for none
	})
	if err == nil {
		err = client.Listen()
	}
	if err != nil {
		return nil, err
	}
	relayed, err := client.AllocateWithContext(ctx)
	if err != nil {
		client.Close()
		return nil, describeAllocation(to, err)
	}
	context.AfterFunc(ctx, client.Close)
	return relayed, nil
}

// connect returns a way to the relay and its address.
func connect(ctx context.Context, to turnurl.URL) (net.PacketConn, netip.AddrPort, error) {
	found, err := net.DefaultResolver.LookupNetIP(ctx, "ip", to.Host)
	if err != nil || len(found) == 0 {
		return nil, netip.AddrPort{}, fmt.Errorf("the name %s is not known; add it to the DNS, or correct it", to.Host)
	}
	at := netip.AddrPortFrom(found[0].Unmap(), uint16(to.Port)) //nolint:gosec // a port
	if to.Transport == turnurl.UDP {
		conn, err := (&net.ListenConfig{}).ListenPacket(ctx, "udp", ":0")
		return conn, at, err
	}
	stream, err := (&net.Dialer{}).DialContext(ctx, "tcp", at.String())
	if err != nil {
		return nil, at, noAnswer(to)
	}
	if to.Transport == turnurl.TLS {
		secured := tls.Client(stream, &tls.Config{ServerName: to.Host, MinVersion: tls.VersionTLS12})
		if err := secured.HandshakeContext(ctx); err != nil {
			_ = stream.Close()
			return nil, at, describeHandshake(to, err)
		}
		stream = secured
	}
	return turn.NewSTUNConn(stream), at, nil
}

func noAnswer(to turnurl.URL) error {
	protocol := "TCP"
	if to.Transport == turnurl.UDP {
		protocol = "UDP"
	}
	return fmt.Errorf("nothing answers; start the relay, and open %s port %d in the firewalls before it", protocol, to.Port)
}

func describeHandshake(to turnurl.URL, err error) error {
	var wrong *tls.CertificateVerificationError
	var invalid x509.CertificateInvalidError
	switch {
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return errors.New("the certificate has expired, or is not valid yet; renew it")
	case errors.As(err, &wrong):
		return fmt.Errorf("the certificate is not one for %s that browsers trust; get one, with its chain (%w)", to.Host, wrong.Err)
	default:
		return fmt.Errorf("there is no TLS at port %d; correct the port", to.Port)
	}
}

func describeAllocation(to turnurl.URL, err error) error {
	var refused *stun.TurnError
	if !errors.As(err, &refused) {
		return noAnswer(to)
	}
	switch code := refused.ErrorCodeAttr.Code; code {
	case stun.CodeUnauthorized, stun.CodeForbidden:
		return errors.New("the relay refuses the credential; give it the secret of VISAVIS_TURN_SECRET, and set the clocks of both machines")
	case stun.CodeAllocQuotaReached:
		return errors.New("the relay has reached its quota; try again later")
	case stun.CodeInsufficientCapacity:
		return errors.New("the relay has no free port; widen the range of its ports")
	default:
		return fmt.Errorf("the relay refuses an allocation (code %d); read its log", code)
	}
}

// again is how long to wait for a packet before it is sent once more.
const again = 200 * time.Millisecond

// pass sends a packet from one relayed address to the other until it arrives.
func pass(ctx context.Context, one, other net.PacketConn) error {
	for _, way := range []struct{ from, to net.PacketConn }{{other, one}, {one, other}} { // the first one permits the second one
		if _, err := way.from.WriteTo([]byte("check"), way.to.LocalAddr()); err != nil {
			return errors.New("the relay lets no packet pass to its own addresses; let it reach them, since two participants may both need it")
		}
	}
	for buffer := make([]byte, 100); ctx.Err() == nil; {
		_ = other.SetReadDeadline(time.Now().Add(again))
		if _, from, err := other.ReadFrom(buffer); err == nil && from.String() == one.LocalAddr().String() {
			return nil
		}
		if _, err := one.WriteTo([]byte("check"), other.LocalAddr()); err != nil {
			break
		}
	}
	return fmt.Errorf("the relay gives addresses, but no packet passes between them; correct its public address, and open its UDP ports, here %s and %s",
		portText(one), portText(other))
}

func portText(conn net.PacketConn) string {
	return strconv.Itoa(int(addrPortOf(conn.LocalAddr()).Port()))
}
