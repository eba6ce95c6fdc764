package relay_test

import (
	"net"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/pion/turn/v5"

	"visavis/internal/civil"
	"visavis/internal/relay"
	"visavis/internal/relay/turnurl"
)

func TestTwoParticipantsReachEachOther(t *testing.T) {
	r := start(t, withTLS(t))
	for _, transport := range []turnurl.Transport{turnurl.UDP, turnurl.TCP, turnurl.TLS} {
		t.Run(string(transport), func(t *testing.T) {
			talk(t, allocate(t, at(t, r, transport), "one"), allocate(t, at(t, r, turnurl.UDP), "other"))
		})
	}
	if bytes := r.Count().Bytes; bytes == 0 {
		t.Error("it counts no bytes")
	}
}

func TestParticipantsReachEachOtherBehindANAT(t *testing.T) {
	for name, addr := range map[string]string{"one address": "127.0.0.1:0", "all addresses": "0.0.0.0:0"} {
		t.Run(name, func(t *testing.T) {
			// Packets to the public address would leave this machine, and not come back.
			r := start(t, func(c *relay.Config) { c.Addr, c.Public = addr, []netip.Addr{netip.MustParseAddr("203.0.113.7")} })
			one, other := allocate(t, at(t, r, turnurl.UDP), "one"), allocate(t, at(t, r, turnurl.UDP), "other")
			if host, _, _ := net.SplitHostPort(one.LocalAddr().String()); host != "203.0.113.7" {
				t.Error("the relayed address is at ", host)
			}
			talk(t, one, other)
		})
	}
}

func TestParticipantsReachEachOtherByIPv6(t *testing.T) {
	if conn, err := net.ListenPacket("udp6", "[::1]:0"); err != nil {
		t.Log("this machine has no IPv6: ", err)
		return
	} else if err := conn.Close(); err != nil {
		t.Fatal(err)
	}
	r := start(t, func(c *relay.Config) { c.Addr, c.Public = "[::1]:0", []netip.Addr{netip.IPv6Loopback()} })
	to := r.URLs("::1")[0]
	allocate := func(participant string) net.PacketConn {
		conn, err := net.ListenPacket("udp", "[::1]:0")
		if err != nil {
			t.Fatal(err)
		}
		c := credential(participant)
		made, err := turn.NewClient(&turn.ClientConfig{TURNServerAddr: to.Address(), Conn: conn, Username: c.Username, Password: c.Password})
		if err == nil {
			err = made.Listen()
		}
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { made.Close(); _ = conn.Close() })
		relayed, err := made.Allocate()
		if err != nil {
			t.Fatal(err)
		}
		return relayed
	}
	talk(t, allocate("one"), allocate("other"))
}

// TestNoPacketReachesARefusedRange listens where a relay must not send: what comes first is what the test sends itself.
func TestNoPacketReachesARefusedRange(t *testing.T) {
	for name, public := range map[string]string{"at another address of the machine": "203.0.113.7", "at the address of the relay": "127.0.0.1"} {
		t.Run(name, func(t *testing.T) {
			r := start(t, func(c *relay.Config) { c.Public = []netip.Addr{netip.MustParseAddr(public)} })
			heard := outside(t)
			for _, transport := range []turnurl.Transport{turnurl.UDP, turnurl.TCP} {
				conn := allocate(t, at(t, r, transport), "intruder over "+string(transport))
				_, err := conn.WriteTo([]byte("intrusion"), heard.LocalAddr())
				if public != "127.0.0.1" && err == nil {
					t.Error("it is permitted")
				}
			}
			// Another packet through the same sockets, so that the first ones would have arrived.
			talk(t, allocate(t, at(t, r, turnurl.UDP), "one"), allocate(t, at(t, r, turnurl.TCP), "other"))
			expectNothingHeard(t, heard)
			if refused := r.Count().Refused["peer"]; refused == 0 {
				t.Error("it counts none")
			}
		})
	}
}

// outside listens on a port of loopback that is not one of the relay's.
func outside(t *testing.T) net.PacketConn {
	t.Helper()
	for {
		listener, err := net.ListenPacket("udp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = listener.Close() })
		if port := listener.LocalAddr().(*net.UDPAddr).AddrPort().Port(); port < ports.First || port > ports.Last {
			return listener
		}
	}
}

func expectNothingHeard(t *testing.T, heard net.PacketConn) {
	t.Helper()
	marker, err := net.Dial("udp", heard.LocalAddr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer marker.Close()
	if _, err := marker.Write([]byte("marker")); err != nil {
		t.Fatal(err)
	}
	buffer := make([]byte, 100)
	if n, _, err := heard.ReadFrom(buffer); err != nil || string(buffer[:n]) != "marker" {
		t.Errorf("the listener hears %q: %v", buffer[:n], err)
	}
}

func TestWhoMayNotUseIt(t *testing.T) {
	r := start(t, nil)
	right := credential("one")
	refused := map[string]relay.Credential{
		"another password":  {Username: right.Username, Password: "x"},
		"another's name":    {Username: strings.Replace(right.Username, "one", "two", 1), Password: right.Password},
		"a longer life":     {Username: "1" + right.Username, Password: right.Password},
		"an expired one":    relay.NewCredential(secret, "one", now.Add(-relay.CredentialTime)),
		"no expiry":         {Username: "one", Password: right.Password},
		"no participant":    relay.NewCredential(secret, "", now),
		"another's secret":  relay.NewCredential([]byte("other"), "one", now),
		"nothing after all": {},
	}
	for name, c := range refused {
		if _, err := client(t, at(t, r, turnurl.UDP), c).Allocate(); err == nil {
			t.Error(name + " suffices")
		}
	}
	if count := r.Count(); count.Refused["credential"] < int64(len(refused)) || count.Allocations != 0 {
		t.Errorf("it counts %+v", count)
	}
}

// A call may last longer than the credential with which it began, but not for ever.
func TestACredentialKeepsWhatItHasAllocated(t *testing.T) {
	var clock atomic.Int64
	pass := func(d time.Duration) { clock.Store(int64(now.Add(d))) }
	pass(0)
	r := start(t, func(c *relay.Config) { c.Clock = func() civil.Instant { return civil.Instant(clock.Load()) } })
	one := client(t, at(t, r, turnurl.UDP), credential("one"))
	if _, err := one.Allocate(); err != nil {
		t.Fatal(err)
	}
	peer := &net.UDPAddr{IP: loopback.AsSlice(), Port: int(ports.First)}
	pass(relay.CredentialTime)
	if err := one.CreatePermission(peer); err != nil {
		t.Error("not after it has expired: ", err)
	}
	pass(2 * relay.CredentialTime)
	if err := one.CreatePermission(peer); err == nil {
		t.Error("also twice as long")
	}
}

func TestQuotas(t *testing.T) {
	r := start(t, func(c *relay.Config) { c.Limits.Allocations, c.Limits.PerParticipant = 3, 2 })
	udp, tcp := at(t, r, turnurl.UDP), at(t, r, turnurl.TCP)
	first := allocate(t, udp, "one")
	allocate(t, tcp, "one")
	if _, err := client(t, udp, credential("one")).Allocate(); err == nil || !strings.Contains(err.Error(), "486") {
		t.Errorf("a third one of a participant: %v", err)
	}
	allocate(t, udp, "two")
	if _, err := client(t, udp, credential("three")).Allocate(); err == nil {
		t.Error("a fourth one in all")
	}
	if count := r.Count(); count.Allocations != 3 || count.Refused["quota"] != 2 {
		t.Errorf("it counts %+v", count)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	allocate(t, udp, "three")
}

func TestPeersOfAnAllocationAreFew(t *testing.T) {
	r := start(t, func(c *relay.Config) { c.Limits.Peers = 3 })
	one := client(t, at(t, r, turnurl.UDP), credential("one"))
	if _, err := one.Allocate(); err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{true, true, true, false} {
		err := one.CreatePermission(&net.UDPAddr{IP: net.IPv4(203, 0, 113, byte(i)), Port: 5000})
		if (err == nil) != want {
			t.Errorf("peer %d: %v", i, err)
		}
	}
	if err := one.CreatePermission(&net.UDPAddr{IP: net.IPv4(203, 0, 113, 0), Port: 5001}); err != nil {
		t.Error("one that is permitted: ", err)
	}
}

func TestPortsOfServicesAreRefused(t *testing.T) {
	r := start(t, nil)
	conn := allocate(t, at(t, r, turnurl.UDP), "one")
	if _, err := conn.WriteTo([]byte("a question to a name server"), &net.UDPAddr{IP: net.IPv4(203, 0, 113, 1), Port: 53}); err != nil {
		t.Fatal(err)
	}
	talk(t, conn, allocate(t, at(t, r, turnurl.UDP), "other"))
	if refused := r.Count().Refused["peer"]; refused != 1 {
		t.Errorf("refused: %d", refused)
	}
}

func TestSpeed(t *testing.T) {
	r := start(t, func(c *relay.Config) { c.Limits.BytesPerSecond = 1500 })
	one, other := allocate(t, at(t, r, turnurl.UDP), "one"), allocate(t, at(t, r, turnurl.UDP), "other")
	if _, err := other.WriteTo([]byte("permit"), one.LocalAddr()); err != nil {
		t.Fatal(err)
	}
	for range 10 {
		if _, err := one.WriteTo(make([]byte, 1000), other.LocalAddr()); err != nil {
			t.Fatal(err)
		}
	}
	// A refresh is answered after all that was sent before.
	if err := one.Close(); err != nil {
		t.Fatal(err)
	}
	allocate(t, at(t, r, turnurl.UDP), "third")
	if lost := r.Count().LostBytes; lost == 0 {
		t.Error("nothing is lost")
	}
}

func TestARestart(t *testing.T) {
	first := start(t, func(c *relay.Config) { c.Addr, c.Public = quiet.String()+":0", []netip.Addr{quiet} })
	udp, tcp := first.URLs(quiet.String())[0], first.URLs(quiet.String())[1]
	allocate(t, udp, "one")
	allocate(t, tcp, "other")
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if left := first.Count().Allocations; left != 0 {
		t.Errorf("%d allocations are left", left)
	}
	again := start(t, func(c *relay.Config) { c.Addr, c.Public = udp.Address(), []netip.Addr{quiet} })
	talk(t, allocate(t, udp, "one"), allocate(t, tcp, "other"))
	if count := again.Count().Allocations; count != 2 {
		t.Errorf("%d allocations", count)
	}
}

func TestAnAddressThatCannotBeListenedOn(t *testing.T) {
	r := start(t, nil)
	taken := at(t, r, turnurl.UDP).Address()
	for want, set := range map[string]func(*relay.Config){
		"VISAVIS_TURN_ADDR by UDP": func(c *relay.Config) { c.Addr = taken },
		"VISAVIS_TURN_TLS_ADDR":    func(c *relay.Config) { c.TLSAddr = taken },
		"different kinds of IP":    func(c *relay.Config) { c.Public = []netip.Addr{netip.IPv6Loopback()} },
	} {
		c := relay.Config{Addr: "127.0.0.1:0", Public: []netip.Addr{loopback}, Ports: ports, Limits: relay.Usual, Clock: func() civil.Instant { return now }}
		set(&c)
		if _, err := relay.Start(t.Context(), c); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

func TestRelayedAddressesAreOfUDPOnly(t *testing.T) {
	r := start(t, nil)
	if _, err := client(t, at(t, r, turnurl.TCP), credential("one")).AllocateTCP(); err == nil {
		t.Error("there is one of TCP")
	}
	if count := r.Count().Allocations; count != 0 {
		t.Errorf("%d allocations", count)
	}
}
