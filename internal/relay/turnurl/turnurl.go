// Package turnurl has the URLs of TURN servers (RFC 7065), as far as browsers use them.
package turnurl

import (
	"errors"
	"net"
	"net/url"
	"strconv"
	"strings"
)

// A Transport is the way to a server.
type Transport string

// The transports.
const (
	UDP Transport = "UDP"
	TCP Transport = "TCP"
	TLS Transport = "TLS"
)

// A URL names a server and a transport.
type URL struct {
	Transport Transport
	Host      string
	Port      int
}

// ErrMalformed is the error of [Parse].
var ErrMalformed = errors.New("not the URL of a TURN server, such as turn:turn.example.com:3478?transport=udp or turns:turn.example.com:5349")

// Parse parses a URL. Without a transport it means UDP, or TLS with turns:, and without a port the usual one.
func Parse(text string) (URL, error) {
	parsed, err := url.Parse(text)
	if err != nil || parsed.Opaque == "" || parsed.Fragment != "" {
		return URL{}, ErrMalformed
	}
	var u URL
	switch parsed.Scheme + "?" + parsed.RawQuery {
	case "turn?", "turn?transport=udp":
		u.Transport, u.Port = UDP, 3478
	case "turn?transport=tcp":
		u.Transport, u.Port = TCP, 3478
	case "turns?", "turns?transport=tcp":
		u.Transport, u.Port = TLS, 5349
	default:
		return URL{}, ErrMalformed
	}
	address, err := url.Parse("//" + parsed.Opaque)
	if err != nil || address.Host != parsed.Opaque || address.Hostname() == "" {
		return URL{}, ErrMalformed
	}
	u.Host = address.Hostname()
	if strings.HasSuffix(address.Host, ":") {
		return URL{}, ErrMalformed
	}
	if port := address.Port(); port != "" {
		if u.Port, err = strconv.Atoi(port); err != nil || u.Port < 1 || u.Port > 65535 {
			return URL{}, ErrMalformed
		}
	}
	return u, nil
}

// Address returns host and port.
func (u URL) Address() string { return net.JoinHostPort(u.Host, strconv.Itoa(u.Port)) }

// String returns the URL with its port and transport.
func (u URL) String() string {
	switch u.Transport {
	case UDP:
		return "turn:" + u.Address() + "?transport=udp"
	case TCP:
		return "turn:" + u.Address() + "?transport=tcp"
	default:
		return "turns:" + u.Address() + "?transport=tcp"
	}
}
