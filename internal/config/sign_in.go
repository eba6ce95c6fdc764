package config

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// readHeader reads the name of a header.
func readHeader(name string) (string, error) {
	const characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"
	if strings.Trim(name, characters) != "" {
		return "", errors.New("VISAVIS_CLIENT_ADDRESS_HEADER is not the name of a header; write the one that your proxy sets, such as X-Forwarded-For")
	}
	return http.CanonicalHeaderKey(name), nil
}

// checkDemoPassword refuses to let others than this machine reach a demo salon whose
// password everybody knows.
func (c *Config) checkDemoPassword() error {
	host, _, err := net.SplitHostPort(c.Addr)
	address, notAddress := netip.ParseAddr(host)
	local := host == "localhost" || notAddress == nil && address.IsLoopback()
	if err == nil && c.Demo && c.DemoPassword == "" && !local {
		return errors.New("VISAVIS_DEMO has a password that everybody knows; set VISAVIS_DEMO_PASSWORD to another, or let VISAVIS_ADDR be on this machine")
	}
	return nil
}
