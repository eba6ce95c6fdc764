package mail

import (
	"net"
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// hostOf returns the host of a URL as SMTP writes it: ASCII, and IP addresses in brackets.
func hostOf(publicURL string) string {
	parsed, err := url.Parse(publicURL)
	if err != nil || parsed.Hostname() == "" {
		return "localhost"
	}
	host := parsed.Hostname()
	switch ip := net.ParseIP(host); {
	case ip == nil:
		if ascii, err := idna.Lookup.ToASCII(host); err == nil {
			return ascii
		}
		return strings.ToLower(host)
	case ip.To4() == nil:
		return "[IPv6:" + ip.String() + "]"
	default:
		return "[" + ip.String() + "]"
	}
}
