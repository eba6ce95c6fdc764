// Package publicaddress tells the addresses of the public Internet from those that lead into the network of the server.
package publicaddress

import "net/netip"

// special are ranges that lead to nobody outside beside those that netip knows.
var special = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),        // this network
	netip.MustParsePrefix("100.64.0.0/10"),    // behind a provider's NAT
	netip.MustParsePrefix("192.0.0.0/24"),     // protocol assignments
	netip.MustParsePrefix("192.88.99.0/24"),   // relays of 6to4
	netip.MustParsePrefix("198.18.0.0/15"),    // benchmarks
	netip.MustParsePrefix("240.0.0.0/4"),      // reserved, and broadcast
	netip.MustParsePrefix("::/96"),            // IPv4 by a former way
	netip.MustParsePrefix("64:ff9b::/96"),     // IPv4 by NAT64
	netip.MustParsePrefix("64:ff9b:1::/48"),   // the same, local
	netip.MustParsePrefix("100::/64"),         // discard
	netip.MustParsePrefix("2001::/32"),        // IPv4 by Teredo
	netip.MustParsePrefix("2002::/16"),        // IPv4 by 6to4
	netip.MustParsePrefix("5f00::/16"),        // segment routing
	netip.MustParsePrefix("fec0::/10"),        // site-local
	netip.MustParsePrefix("168.63.129.16/32"), // metadata outside the link-local range
}

// Is reports whether an address is one of the public Internet: neither loopback, private, link-local (with the metadata of clouds) nor
// multicast, and in no range that leads to such addresses.
func Is(address netip.Addr) bool {
	address = address.Unmap().WithZone("")
	if !address.IsValid() || address.IsLoopback() || address.IsUnspecified() || address.IsPrivate() || address.IsLinkLocalUnicast() ||
		address.IsMulticast() || !address.IsGlobalUnicast() {
		return false
	}
	for _, prefix := range special {
		if prefix.Contains(address) {
			return false
		}
	}
	return true
}
