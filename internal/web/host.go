package web

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync/atomic"
)

// hosts are the host names of the server. An attacker's domain may resolve to this machine (DNS rebinding); without a
// check of the Host header, pages of that domain would be same-origin.
type hosts struct {
	names      map[string]bool
	anyAddress bool // safe, since rebinding needs a name

	last atomic.Pointer[string] // the header that was included last, since most clients send the same
}

// newHosts returns loopback, the host of the public origin and the host of the listening address. A server that
// listens on all addresses accepts every IP address.
func newHosts(listening, publicOrigin string) *hosts {
	h := &hosts{names: map[string]bool{"localhost": true, "127.0.0.1": true, "::1": true}}
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

// PrivateHosts rejects requests for other hosts than those of an operator's address: its own, this machine, IP addresses if
// it listens on all, and names without a dot, such as those of containers, which no attacker's domain has.
func PrivateHosts(listening string, next http.Handler) http.Handler {
	h := newHosts(listening, "")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if name := nameOf(r.Host); !h.include(r.Host) && (name == "" || strings.ContainsAny(name, ".:")) {
			http.Error(w, "This address is not one of the server's own. Use the host of VISAVIS_PRIVATE_ADDR.", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// only rejects requests for other hosts.
func (h *hosts) only(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !h.include(r.Host) {
			http.Error(w, "This address is not one of the server's own. Set VISAVIS_PUBLIC_URL to the address that people use.",
				http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (h *hosts) include(host string) bool {
	if last := h.last.Load(); last != nil && *last == host {
		return true
	}
	name := nameOf(host)
	_, err := netip.ParseAddr(name)
	included := h.names[name] || h.anyAddress && err == nil
	if included {
		h.last.Store(&host)
	}
	return included
}

// nameOf returns the canonical form of a host without its port.
func nameOf(host string) string {
	name := strings.TrimSuffix(strings.ToLower((&url.URL{Host: host}).Hostname()), ".")
	if address, err := netip.ParseAddr(name); err == nil {
		return address.Unmap().WithZone("").String()
	}
	return name
}
