package graph

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"strings"
)

type clientAddressKey struct{}

// withClientAddress remembers where the request comes from.
func withClientAddress(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		address := clientAddress(r.RemoteAddr, r.Header.Values("X-Forwarded-For"))
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), clientAddressKey{}, address)))
	})
}

// clientAddress gives the client's network: its IPv4 address, or the half of an
// IPv6 address that it cannot choose. What a proxy says of whom it serves counts
// when the proxy runs on this machine, and then what it has added last.
func clientAddress(remote string, forwardedFor []string) string {
	host, _, err := net.SplitHostPort(remote)
	if err != nil {
		host = remote
	}
	peer, err := netip.ParseAddr(host)
	if err != nil {
		return remote
	}
	if hops := strings.Split(strings.Join(forwardedFor, ","), ","); peer.IsLoopback() {
		if client, err := netip.ParseAddr(strings.TrimSpace(hops[len(hops)-1])); err == nil {
			peer = client
		}
	}
	return network(peer)
}

func network(address netip.Addr) string {
	const chosenByProvider = 64 // bits of an IPv6 address
	address = address.Unmap().WithZone("")
	if address.Is4() {
		return address.String()
	}
	prefix, err := address.Prefix(chosenByProvider)
	if err != nil {
		return address.String()
	}
	return prefix.String()
}

func clientAddressOf(ctx context.Context) string {
	address, _ := ctx.Value(clientAddressKey{}).(string)
	return address
}
