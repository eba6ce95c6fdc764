package config

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// PublicOrigin is the origin of the pages that people reach at PublicURL, as
// their browsers write it; empty without a PublicURL.
func (c Config) PublicOrigin() string {
	address, err := url.Parse(c.PublicURL)
	if err != nil || address.Hostname() == "" {
		return ""
	}
	return originOf(address)
}

// TrustedOrigins are the origins whose pages may call the API: the server's own
// public one, since a proxy may have rewritten the Host header by which its
// pages are known otherwise, and CORSOrigins.
func (c Config) TrustedOrigins() []string {
	var trusted []string
	if own := c.PublicOrigin(); own != "" {
		trusted = append(trusted, own)
	}
	return append(trusted, c.CORSOrigins...)
}

// originOf writes an origin as browsers do: in lower case, in the letters of
// DNS, without the port that the scheme implies.
func originOf(address *url.URL) string {
	host := strings.ToLower(address.Hostname())
	// What DNS does not know, such as the name of a container, stays as it is.
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = ascii
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if port := address.Port(); port != "" && port != impliedPort(address.Scheme) {
		host += ":" + port
	}
	return address.Scheme + "://" + host
}

func impliedPort(scheme string) string {
	if scheme == "https" {
		return "443"
	}
	return "80"
}
