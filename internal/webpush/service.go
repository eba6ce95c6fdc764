// Package webpush encrypts and signs pushes, and knows the services that bring them to browsers.
package webpush

import (
	"net/url"
	"slices"
	"strings"
)

// hosts are the push services of the browsers; those that begin with a dot are any host below them.
var hosts = []string{
	"fcm.googleapis.com",
	"updates.push.services.mozilla.com", ".push.services.mozilla.com",
	"web.push.apple.com", ".push.apple.com",
	".notify.windows.com",
}

// longestEndpoint is the maximum length of an endpoint in characters.
const longestEndpoint = 1000

// IsKnownService reports whether an endpoint is an HTTPS address of a known push service: the server sends nothing to any other host that
// a browser may name.
func IsKnownService(endpoint string) bool {
	if len(endpoint) > longestEndpoint {
		return false
	}
	at, err := url.Parse(endpoint)
	if err != nil || at.Scheme != "https" || at.User != nil || at.Port() != "" && at.Port() != "443" {
		return false
	}
	host := strings.ToLower(at.Hostname())
	return !strings.HasPrefix(host, ".") && slices.ContainsFunc(hosts, func(known string) bool {
		return host == known || strings.HasPrefix(known, ".") && strings.HasSuffix(host, known)
	})
}
