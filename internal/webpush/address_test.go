package webpush

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
	"testing"
)

func TestPushServicesHavePublicAddresses(t *testing.T) {
	for text, want := range map[string]bool{
		"142.250.74.10":        true,
		"2a00:1450:4001::200a": true,
		"::ffff:142.250.74.10": true,
		"64:ff9b::8efa:4a0a":   true, // 142.250.74.10
		"127.0.0.1":            false,
		"::1":                  false,
		"::ffff:127.0.0.1":     false,
		"64:ff9b::7f00:1":      false, // 127.0.0.1
		"64:ff9b::a00:1":       false, // 10.0.0.1
		"10.0.0.1":             false,
		"169.254.169.254":      false,
	} {
		if got := isPublic(netip.MustParseAddr(text)); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

// A name may resolve to any address, so the address is checked and not the name.
func TestNoConnectionLeadsIntoTheOwnNetwork(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	heard := make(chan bool)
	go func() {
		connection, err := listener.Accept()
		if err == nil {
			_ = connection.Close()
		}
		heard <- err == nil
	}()
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	for _, host := range []string{"127.0.0.1", "localhost"} {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "https://"+net.JoinHostPort(host, port), nil)
		if err != nil {
			t.Fatal(err)
		}
		if response, err := NewTransport().RoundTrip(request); err == nil {
			_ = response.Body.Close()
			t.Errorf("%s has answered", host)
		} else if !strings.Contains(err.Error(), errNotPublic.Error()) {
			t.Errorf("%s: %v", host, err)
		}
	}
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	if <-heard {
		t.Error("a connection came in")
	}
}
