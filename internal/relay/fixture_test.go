package relay_test

import (
	"crypto/tls"
	"net"
	"net/netip"
	"testing"

	"github.com/pion/turn/v5"

	"visavis/internal/civil"
	"visavis/internal/relay"
	"visavis/internal/relay/relaytest"
	"visavis/internal/relay/turnurl"
)

const now civil.Instant = 1_795_420_800

var (
	secret   = []byte("a secret of the test")
	loopback = netip.MustParseAddr("127.0.0.1")
	quiet    = netip.MustParseAddr("127.77.0.1") // where nobody else takes a port in the meantime
	ports    = relay.Ports{First: 49160, Last: 49960}
)

// start runs a relay on loopback.
func start(t *testing.T, set func(*relay.Config)) *relay.Relay {
	t.Helper()
	c := relay.Config{
		Addr: "127.0.0.1:0", Public: []netip.Addr{loopback}, Ports: ports, Secret: secret, Limits: relay.Usual,
		Clock: func() civil.Instant { return now },
	}
	if set != nil {
		set(&c)
	}
	r, err := relay.Start(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	return r
}

// at returns where a relay is by a transport.
func at(t *testing.T, r *relay.Relay, transport turnurl.Transport) turnurl.URL {
	t.Helper()
	for _, url := range r.URLs("127.0.0.1") {
		if url.Transport == transport {
			return url
		}
	}
	t.Fatal("not by ", transport)
	return turnurl.URL{}
}

// client returns a client of a relay.
func client(t *testing.T, to turnurl.URL, c relay.Credential) *turn.Client {
	t.Helper()
	conn := dial(t, to)
	made, err := turn.NewClient(&turn.ClientConfig{TURNServerAddr: to.Address(), Conn: conn, Username: c.Username, Password: c.Password})
	if err != nil {
		t.Fatal(err)
	}
	if err := made.Listen(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { made.Close(); _ = conn.Close() })
	return made
}

func dial(t *testing.T, to turnurl.URL) net.PacketConn {
	t.Helper()
	if to.Transport == turnurl.UDP {
		conn, err := net.ListenPacket("udp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		return conn
	}
	stream, err := net.Dial("tcp", to.Address())
	if to.Transport == turnurl.TLS && err == nil {
		stream = tls.Client(stream, &tls.Config{InsecureSkipVerify: true}) // TestRelayCheck verifies one
	}
	if err != nil {
		t.Fatal(err)
	}
	return turn.NewSTUNConn(stream)
}

// withTLS adds TLS to a relay.
func withTLS(t *testing.T) func(*relay.Config) {
	t.Helper()
	certificate, key := relaytest.CertificateFiles(t)
	secured, err := relay.LoadCertificate(certificate, key, func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	return func(c *relay.Config) { c.TLSAddr, c.TLS = "127.0.0.1:0", secured }
}

func credential(participant string) relay.Credential {
	return relay.NewCredential(secret, participant, now)
}

func allocate(t *testing.T, to turnurl.URL, participant string) net.PacketConn {
	t.Helper()
	conn, err := client(t, to, credential(participant)).Allocate()
	if err != nil {
		t.Fatal(err)
	}
	return conn
}

// talk sends a packet each way, and reports what arrives.
func talk(t *testing.T, one, other net.PacketConn) {
	t.Helper()
	// Writing permits the peer: so both write before one of them is heard.
	if _, err := other.WriteTo([]byte("permit"), one.LocalAddr()); err != nil {
		t.Fatal(err)
	}
	for _, way := range []struct{ from, to net.PacketConn }{{one, other}, {other, one}} {
		if _, err := way.from.WriteTo([]byte("hello"), way.to.LocalAddr()); err != nil {
			t.Fatal(err)
		}
		for buffer := make([]byte, 100); ; {
			n, from, err := way.to.ReadFrom(buffer)
			if err != nil {
				t.Fatal(err)
			}
			if from.String() != way.from.LocalAddr().String() {
				t.Fatalf("a packet from %v instead of %v", from, way.from.LocalAddr())
			}
			if string(buffer[:n]) == "hello" {
				break
			}
		}
	}
}
