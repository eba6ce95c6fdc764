// Package origin normalizes origins of websites: scheme, host and port.
package origin

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/idna"
)

// Of returns the origin of an address as browsers write it: lower case, Punycode, no default port.
func Of(address *url.URL) string {
	host := Host(address.Hostname())
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if port := address.Port(); port != "" && port != impliedPort(address.Scheme) {
		host += ":" + port
	}
	return strings.ToLower(address.Scheme) + "://" + host
}

// form is that of an origin whose host may be a name, an IPv4 address or an IPv6 address.
var form = regexp.MustCompile(`^https?://([a-z0-9]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9_-]*[a-z0-9])?)*\.?|\[[0-9a-f:.]+\])(:[0-9]{1,5})?$`)

// longest is the length in characters of the longest address that is read.
const longest = 2000

// Parse returns the origin of an address that a person has copied or written, with a path or not, and by default of https. It reports false
// if it is none of a website.
func Parse(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if len(text) > longest {
		return "", false
	}
	if !strings.Contains(text, "://") {
		text = "https://" + text
	}
	address, err := url.Parse(text)
	if err != nil || address.User != nil || address.Opaque != "" {
		return "", false
	}
	parsed := Of(address)
	return parsed, form.MatchString(parsed)
}

// Host returns a host as name servers and certificates write it. Names that are invalid in DNS, such as those of
// containers, stay as they are.
func Host(host string) string {
	host = strings.ToLower(host)
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		return ascii
	}
	return host
}

func impliedPort(scheme string) string {
	if strings.EqualFold(scheme, "https") {
		return "443"
	}
	return "80"
}
