package webpush

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"

	"visavis/internal/publicaddress"
)

// translated holds the addresses by which a network without IPv4 reaches it (NAT64).
var translated = netip.MustParsePrefix("64:ff9b::/96")

// isPublic reports whether an address is in the public internet, also through a translation.
func isPublic(address netip.Addr) bool {
	if translated.Contains(address) {
		bytes := address.As16()
		address = netip.AddrFrom4([4]byte(bytes[12:]))
	}
	return publicaddress.Is(address)
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
