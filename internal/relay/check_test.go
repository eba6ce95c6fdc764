package relay_test

import (
	"context"
	"net"
	"strings"
	"testing"
	"time"

	"visavis/internal/relay"
	"visavis/internal/relay/turnurl"
)

func check(t *testing.T, to turnurl.URL, secret []byte) error {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	return relay.Check(ctx, to, relay.NewServers(secret, to).For("check", now)[0])
}

func TestCheckOfARelayThatWorks(t *testing.T) {
	r := start(t, nil)
	for _, transport := range []turnurl.Transport{turnurl.UDP, turnurl.TCP} {
		if err := check(t, at(t, r, transport), secret); err != nil {
			t.Errorf("%s: %v", transport, err)
		}
	}
}

func TestCheckSaysWhatFails(t *testing.T) {
	r := start(t, withTLS(t))
	full := start(t, func(c *relay.Config) { c.Limits.Allocations = 0 })
	elsewhere := at(t, r, turnurl.UDP)
	elsewhere.Host = "relay.invalid"
	plain := at(t, r, turnurl.TCP)
	plain.Transport = turnurl.TLS
	listener, err := net.Listen("tcp", quiet.String()+":0")
	if err != nil {
		t.Fatal(err)
	}
	closed := turnurl.URL{Transport: turnurl.TCP, Host: quiet.String(), Port: listener.Addr().(*net.TCPAddr).Port}
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	for want, test := range map[string]struct {
		to     turnurl.URL
		secret string
	}{
		"refuses the credential": {at(t, r, turnurl.UDP), "another secret"},
		"reached its quota":      {at(t, full, turnurl.TCP), string(secret)},
		"is not known":           {elsewhere, string(secret)},
		"there is no TLS":        {plain, string(secret)},
		"that browsers trust":    {at(t, r, turnurl.TLS), string(secret)},
		"open TCP port":          {closed, string(secret)},
	} {
		if err := check(t, test.to, []byte(test.secret)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// What answers nothing ends the check with its context.
func TestCheckOfARelayThatAnswersNothing(t *testing.T) {
	packets, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer packets.Close()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	for want, to := range map[string]turnurl.URL{
		"open UDP port":   {Transport: turnurl.UDP, Host: "127.0.0.1", Port: int(packets.LocalAddr().(*net.UDPAddr).AddrPort().Port())},
		"open TCP port":   {Transport: turnurl.TCP, Host: "127.0.0.1", Port: int(listener.Addr().(*net.TCPAddr).AddrPort().Port())},
		"there is no TLS": {Transport: turnurl.TLS, Host: "127.0.0.1", Port: int(listener.Addr().(*net.TCPAddr).AddrPort().Port())},
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		err := relay.Check(ctx, to, relay.NewServers(secret, to).For("check", now)[0])
		cancel()
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// A relay that drops what is for its own addresses, as behind a firewall.
func TestCheckOfARelayThatLosesPackets(t *testing.T) {
	r := start(t, func(c *relay.Config) { c.Limits.BytesPerSecond = 0 })
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	to := at(t, r, turnurl.UDP)
	if err := relay.Check(ctx, to, relay.NewServers(secret, to).For("check", now)[0]); err == nil || !strings.Contains(err.Error(), "no packet passes") {
		t.Error(err)
	}
}
