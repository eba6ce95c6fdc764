package transport

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// isOriginAllowed reports whether a request may open a socket, which browsers do not
// restrict by origin. A page may always reach the host that served it; the scheme is
// not compared, because a proxy may terminate TLS. Only browsers send an Origin.
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
