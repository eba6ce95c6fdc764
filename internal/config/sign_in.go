package config

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
)

// readHeader checks the name of a header.
func readHeader(name string) (string, error) {
	const characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"
	if strings.Trim(name, characters) != "" {
		return "", errors.New("VISAVIS_CLIENT_ADDRESS_HEADER is not a header name; write the one that your proxy sets, such as X-Forwarded-For")
	}
	return http.CanonicalHeaderKey(name), nil
}

// checkDemoPassword returns an error if a demo salon with the public default password would be reachable from other
// machines, directly or through a proxy.
func (c *Config) checkDemoPassword() error {
	if !c.Demo || c.DemoPassword != "" {
		return nil
	}
	host, _, err := net.SplitHostPort(c.Addr)
	public, publicErr := url.Parse(c.PublicURL)
	switch {
	case err != nil || publicErr != nil:
		return nil // already invalid
	case isThisMachine(host) && (c.PublicURL == "" || isThisMachine(public.Hostname())) && c.ClientAddressHeader == "":
		return nil
	}
	return errors.New("VISAVIS_DEMO uses a publicly known password; set VISAVIS_DEMO_PASSWORD to another one," +
		" or set VISAVIS_ADDR and VISAVIS_PUBLIC_URL to this machine, without VISAVIS_CLIENT_ADDRESS_HEADER")
}

func isThisMachine(host string) bool {
	address, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && address.IsLoopback()
}
