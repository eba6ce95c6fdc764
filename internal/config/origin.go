package config

import (
	"net/url"

	"visavis/internal/origin"
)

// PublicOrigin returns the origin of PublicURL as browsers write it, or "" without a PublicURL.
func (c Config) PublicOrigin() string {
	address, err := url.Parse(c.PublicURL)
	if err != nil || address.Hostname() == "" {
		return ""
	}
	return origin.Of(address)
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
