package publicaddress_test

import (
	"net/netip"
	"testing"

	"visavis/internal/publicaddress"
)

func TestPublicAddresses(t *testing.T) {
	for text, want := range map[string]bool{
		"203.0.113.7": true, "2a00:1450::1": true, "::ffff:203.0.113.7": true,

		"127.0.0.1": false, "127.9.9.9": false, "::1": false, "::ffff:127.0.0.1": false, "::127.0.0.1": false,
		"10.0.0.1": false, "172.16.0.1": false, "172.31.255.255": false, "192.168.1.1": false, "fd00::1": false, "::ffff:10.0.0.1": false,
		"169.254.169.254": false, "fe80::1": false, "fe80::1%eth0": false, "fd00:ec2::254": false, "168.63.129.16": false, "100.100.100.200": false,
		"0.0.0.0": false, "0.1.2.3": false, "::": false, "255.255.255.255": false, "240.0.0.1": false,
		"224.0.0.1": false, "239.1.2.3": false, "ff02::1": false, "ff05::2": false,
		"100.64.0.1": false, "198.18.0.1": false, "192.0.0.8": false, "192.88.99.1": false,
		"64:ff9b::a00:1": false, "2002:a00:1::": false, "2001:0:a00:1::": false, "fec0::1": false, "100::1": false, "5f00::1": false,
	} {
		if got := publicaddress.Is(netip.MustParseAddr(text)); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	if publicaddress.Is(netip.Addr{}) {
		t.Error("no address")
	}
}
