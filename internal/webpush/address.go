package webpush

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"syscall"
	"time"
)

// reserved are the networks without push services beside those that netip names.
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"),
	netip.MustParsePrefix("100.64.0.0/10"), // behind the NAT of a provider
	netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b:1::/48"),
	netip.MustParsePrefix("2001::/32"), // IPv4 by Teredo
	netip.MustParsePrefix("2002::/16"), // IPv4 by 6to4
	netip.MustParsePrefix("fec0::/10"),
}

// translated holds the addresses by which a network without IPv4 reaches it (NAT64).
var translated = netip.MustParsePrefix("64:ff9b::/96")

// isPublic reports whether an address is in the public internet.
func isPublic(address netip.Addr) bool {
	address = address.Unmap().WithZone("")
	if translated.Contains(address) {
		bytes := address.As16()
		address = netip.AddrFrom4([4]byte(bytes[12:]))
	}
	isReserved := slices.ContainsFunc(reserved, func(network netip.Prefix) bool { return network.Contains(address) })
	return address.IsGlobalUnicast() && !address.IsPrivate() && !isReserved
}

// errNotPublic is returned for the address of a push service that leads into the network in which the server stands.
var errNotPublic = errors.New("not a public address")

// checkPublic refuses a connection to an address that is not public. It is asked after the name was resolved.
func checkPublic(_ context.Context, _, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || !isPublic(to.Addr()) {
		return errNotPublic
	}
	return nil
}

// NewTransport returns the transport to the push services: straight, without a proxy, and to public addresses only.
func NewTransport() *http.Transport {
	dialer := &net.Dialer{ControlContext: checkPublic}
	return &http.Transport{
		DialContext:            dialer.DialContext,
		ForceAttemptHTTP2:      true, // Apple has no other
		TLSHandshakeTimeout:    TimeLimit,
		IdleConnTimeout:        time.Minute,
		MaxIdleConns:           10,
		MaxResponseHeaderBytes: 16 << 10,
	}
}
