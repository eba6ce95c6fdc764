package relay

import (
	"net/netip"
	"testing"
)

func TestWhomParticipantsMayReach(t *testing.T) {
	address := netip.MustParseAddr
	p, err := newPeers([]netip.Addr{address("203.0.113.7"), address("2001:db8::7")}, address("10.0.0.5"), Ports{50000, 50100})
	if err != nil {
		t.Fatal(err)
	}
	if len(p.public) != 1 {
		t.Errorf("a relay that listens by IPv4 has relayed addresses %v", p.public)
	}
	p.interfaces = func() []netip.Prefix {
		return []netip.Prefix{netip.MustParsePrefix("10.0.0.5/24"), netip.MustParsePrefix("198.51.100.9/28"), netip.MustParsePrefix("2003:1:2:3::5/64")}
	}
	p.look()
	for text, want := range map[string]struct {
		permitted bool
		target    string // "": nowhere
	}{
		"198.51.100.20:40000":          {true, "198.51.100.20:40000"},
		"[::ffff:198.51.100.20]:40000": {true, "198.51.100.20:40000"},
		"198.51.100.20:53":             {true, ""},
		"198.51.100.9:40000":           {false, ""}, // another address of the machine
		"198.51.100.10:40000":          {true, ""},  // a neighbor
		"198.51.100.10:50042":          {true, "198.51.100.10:50042"},
		"[2003:1:2:3::9]:40000":        {true, ""},
		"[2003:1:2:44::9]:40000":       {true, ""}, // in another network of the site
		"[2003:1:2:100::9]:40000":      {true, "[2003:1:2:100::9]:40000"},
		"203.0.113.7:50042":            {true, "10.0.0.5:50042"},
		"203.0.113.7:3478":             {true, ""},
		"203.0.113.7:49999":            {true, ""},
		"203.0.113.7:50101":            {true, ""},
		"10.0.0.5:50042":               {false, ""},
		"10.0.0.9:50042":               {false, ""},
		"127.0.0.1:50042":              {false, ""},
		"169.254.169.254:50042":        {false, ""},
		"[2001:db8::7]:50042":          {true, "[2001:db8::7]:50042"}, // as any other, but an allocation of IPv4 has no such peer
		"[fe80::1]:50042":              {false, ""},
	} {
		peer := netip.MustParseAddrPort(text)
		target, ok := p.target(peer)
		if got := p.mayPermit(peer.Addr()); got != want.permitted || ok != (want.target != "") || ok && target.String() != want.target {
			t.Errorf("%s: %v, %v %v", text, got, target, ok)
		}
	}
	for text, want := range map[string]string{
		"198.51.100.20:40000": "198.51.100.20:40000",
		"10.0.0.5:50042":      "203.0.113.7:50042",
		"203.0.113.7:50042":   "203.0.113.7:50042",
		"10.0.0.5:53":         "",
	} {
		if source, ok := p.source(netip.MustParseAddrPort(text)); ok != (want != "") || ok && source.String() != want {
			t.Errorf("from %s: %v %v", text, source, ok)
		}
	}
}
