package transport

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// isOriginAllowed guards sockets, which browsers open across origins without
// asking. A page may always reach the host that served it; the scheme is not
// compared, as a proxy may end TLS. Programs other than browsers send no Origin.
func isOriginAllowed(request *http.Request, allowed []string) bool {
	origins := request.Header.Values("Origin")
	if len(origins) == 0 {
		return true
	}
	if len(origins) > 1 {
		return false
	}
	origin, err := url.Parse(origins[0])
	if err != nil || origin.Scheme == "" || origin.Host == "" {
		return false
	}
	if strings.EqualFold(origin.Host, request.Host) {
		return true
	}
	return slices.ContainsFunc(allowed, func(candidate string) bool {
		return strings.EqualFold(candidate, origin.Scheme+"://"+origin.Host)
	})
}
