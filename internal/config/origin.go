package config

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// PublicOrigin returns the origin of PublicURL as browsers write it, or "" without a PublicURL.
func (c Config) PublicOrigin() string {
	address, err := url.Parse(c.PublicURL)
	if err != nil || address.Hostname() == "" {
		return ""
	}
	return originOf(address)
}

// TrustedOrigins returns the origins whose pages may call the API: CORSOrigins and the public origin, which the Host
// header does not identify if a proxy rewrites it.
func (c Config) TrustedOrigins() []string {
	var trusted []string
	if own := c.PublicOrigin(); own != "" {
		trusted = append(trusted, own)
	}
	return append(trusted, c.CORSOrigins...)
}

// originOf formats an origin as browsers do: lower case, punycode, no default port.
func originOf(address *url.URL) string {
	host := asciiHost(address.Hostname())
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if port := address.Port(); port != "" && port != impliedPort(address.Scheme) {
		host += ":" + port
	}
	return address.Scheme + "://" + host
}

// asciiHost returns a host as name servers and certificates write it. Names that are invalid in DNS, such as those of
// containers, stay as they are.
func asciiHost(host string) string {
	host = strings.ToLower(host)
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		return ascii
	}
	return host
}

func impliedPort(scheme string) string {
	if scheme == "https" {
		return "443"
	}
	return "80"
}
