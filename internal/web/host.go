package web

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
)

// hosts are the names by which the server may be called. Whoever owns a name
// can have it lead to this machine (DNS rebinding); their page would then count
// as one of the server's own, were it not for the Host header.
type hosts struct {
	names      map[string]bool
	anyAddress bool // no harm in it: rebinding needs a name
}

// newHosts names this machine, the host of the public origin, and the host of
// the listening address. A server that listens everywhere has every IP address.
func newHosts(listening, publicOrigin string) hosts {
	h := hosts{names: map[string]bool{"localhost": true, "127.0.0.1": true, "::1": true}}
	if public, err := url.Parse(publicOrigin); err == nil && public.Host != "" {
		h.names[nameOf(public.Host)] = true
	}
	host, _, err := net.SplitHostPort(listening)
	if err != nil {
		return h
	}
	address, err := netip.ParseAddr(host)
	if host == "" || err == nil && address.Unmap().IsUnspecified() {
		h.anyAddress = true
	} else {
		h.names[nameOf(listening)] = true
	}
	return h
}

// only passes on the requests that call the server by one of its names.
func (h hosts) only(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !h.include(r.Host) {
			http.Error(w, "This address is not one of the server's own. Set VISAVIS_PUBLIC_URL to the address that people use.",
				http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (h hosts) include(host string) bool {
	name := nameOf(host)
	if h.names[name] {
		return true
	}
	_, err := netip.ParseAddr(name)
	return h.anyAddress && err == nil
}

// nameOf returns the one spelling of a host, without its port.
func nameOf(host string) string {
	name := strings.TrimSuffix(strings.ToLower((&url.URL{Host: host}).Hostname()), ".")
	if address, err := netip.ParseAddr(name); err == nil {
		return address.Unmap().WithZone("").String()
	}
	return name
}
