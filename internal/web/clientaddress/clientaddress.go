// Package clientaddress determines the network from which a request comes.
package clientaddress

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"strings"
)

type key struct{}

// With returns a context with the client address of a request. Behind a proxy it is read from the proxy's header; without a
// proxy the header name is empty.
func With(ctx context.Context, r *http.Request, header string) context.Context {
	address := ofPeer(r.RemoteAddr)
	if header != "" {
		address = ofClient(address, r.Header.Values(header))
	}
	return context.WithValue(ctx, key{}, address)
}

// Of returns the client's network, by which all limits count: its IPv4 address, or the /56 of its IPv6 address, in which a
// client can choose any address.
func Of(ctx context.Context) string {
	address, _ := ctx.Value(key{}).(string)
	return address
}

func ofPeer(remote string) string {
	host, _, err := net.SplitHostPort(remote)
	if err != nil {
		host = remote
	}
	peer, err := netip.ParseAddr(host)
	if err != nil {
		return remote
	}
	return network(peer)
}

// ofClient returns the last address in the header, which the proxy added. Clients may forge the addresses before it.
func ofClient(peer string, values []string) string {
	hops := strings.Split(strings.Join(values, ","), ",")
	client, err := netip.ParseAddr(strings.TrimSpace(hops[len(hops)-1]))
	if err != nil {
		return peer
	}
	return network(client)
}

func network(address netip.Addr) string {
	const chosenByProvider = 56 // bits of an IPv6 address; some providers delegate more of them, to whom the limits are stricter
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
