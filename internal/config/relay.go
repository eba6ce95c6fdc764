package config

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strconv"
	"strings"

	"visavis/internal/relay/turnurl"
)

// Relay is the configuration of the relays that carry video calls between networks that let no direct connection through.
type Relay struct {
	Addr        string       // host:port of the built-in relay, for UDP and TCP; empty: none
	TLSAddr     string       // host:port for TLS; empty: none
	Certificate string       // file of the certificate with its chain
	Key         string       // file of its key
	Host        string       // name or address by which participants reach the built-in relay
	Public      []netip.Addr // its addresses as they see them
	FirstPort   uint16       // of relayed addresses
	LastPort    uint16

	URLs   []turnurl.URL // of external relays
	Secret string        // that all relays know; empty: the built-in one uses a key of the database
}

// relayPorts are the relayed ports unless others are configured.
const relayPorts = "49160-49960"

// leastRelayPorts are needed by one call, of which each side may use several transports and networks.
const leastRelayPorts = 20

// leastSecret is the length of the shortest secret, in bytes: whoever has a credential can try secrets on it.
const leastSecret = 16

func readRelay(or func(name, otherwise string) string) (Relay, error) {
	r := Relay{
		Addr: or("VISAVIS_TURN_ADDR", ""), TLSAddr: or("VISAVIS_TURN_TLS_ADDR", ""),
		Certificate: or("VISAVIS_TURN_CERTIFICATE", ""), Key: or("VISAVIS_TURN_KEY", ""),
		Secret: or("VISAVIS_TURN_SECRET", ""),
	}
	var external error
	r.URLs, external = readRelayURLs(or("VISAVIS_TURN_URLS", ""))
	errs := []error{external}
	if external == nil {
		errs = append(errs, r.checkSecret())
	}
	if r.Addr == "" {
		for _, name := range []string{"VISAVIS_TURN_TLS_ADDR", "VISAVIS_TURN_CERTIFICATE", "VISAVIS_TURN_KEY", "VISAVIS_TURN_PUBLIC_ADDRESS", "VISAVIS_TURN_PORTS"} {
			if or(name, "") != "" {
				errs = append(errs, fmt.Errorf("%s is set without VISAVIS_TURN_ADDR, on which the built-in relay listens; set that too, such as :3478", name))
			}
		}
		return r, errors.Join(errs...)
	}
	listens, addr := readRelayAddr("VISAVIS_TURN_ADDR", r.Addr)
	errs = append(errs, addr)
	if r.TLSAddr != "" {
		_, addr := readRelayAddr("VISAVIS_TURN_TLS_ADDR", r.TLSAddr)
		errs = append(errs, addr)
	}
	if tls := r.TLSAddr != ""; tls != (r.Certificate != "") || tls != (r.Key != "") {
		errs = append(errs, errors.New("VISAVIS_TURN_TLS_ADDR, VISAVIS_TURN_CERTIFICATE and VISAVIS_TURN_KEY belong together; set all three, or none"))
	}
	if addr == nil {
		errs = append(errs, r.readPublicAddress(or("VISAVIS_TURN_PUBLIC_ADDRESS", ""), listens.Addr()))
	}
	return r, errors.Join(append(errs, r.readPorts(or("VISAVIS_TURN_PORTS", relayPorts)))...)
}

// checkSecret does not quote the secret.
func (r *Relay) checkSecret() error {
	switch {
	case len(r.URLs) > 0 && r.Secret == "":
		return errors.New("VISAVIS_TURN_URLS needs VISAVIS_TURN_SECRET, the secret that the relays there know, such as static-auth-secret of coturn")
	case r.Secret != "" && len(r.URLs) == 0 && r.Addr == "":
		return errors.New("VISAVIS_TURN_SECRET is of no use without a relay; set VISAVIS_TURN_ADDR or VISAVIS_TURN_URLS too")
	case r.Secret != "" && len(r.Secret) < leastSecret:
		return fmt.Errorf("VISAVIS_TURN_SECRET is too short; write at least %d characters, such as the output of openssl rand -hex 32", leastSecret)
	default:
		return nil
	}
}

// readRelayURLs parses a list such as turn:a.example:3478?transport=udp,turns:a.example:5349. It does not quote it, since somebody may have
// written a password.
func readRelayURLs(list string) (urls []turnurl.URL, err error) {
	for given := range strings.SplitSeq(list, ",") {
		given = strings.TrimSpace(given)
		if given == "" {
			continue
		}
		url, err := turnurl.Parse(given)
		if err != nil {
			return nil, errors.New("VISAVIS_TURN_URLS is no list of relays; write their URLs separated by commas, such as turn:turn.example.com:3478?transport=udp,turns:turn.example.com:5349")
		}
		urls = append(urls, url)
	}
	return urls, nil
}

// readRelayAddr parses an IP and a port. An empty host means all addresses. Any free port will do only where nobody has to open it.
func readRelayAddr(variable, text string) (netip.AddrPort, error) {
	host, port, err := net.SplitHostPort(text)
	number, notNumber := strconv.ParseUint(port, 10, 16)
	ip := netip.IPv4Unspecified()
	var notIP error
	switch host {
	case "":
	case "localhost":
		ip = netip.AddrFrom4([4]byte{127, 0, 0, 1})
	default:
		ip, notIP = netip.ParseAddr(host)
	}
	if err != nil || notNumber != nil || notIP != nil {
		return netip.AddrPort{}, fmt.Errorf("%s is %q; write an IP address of this machine and a port, such as 203.0.113.7:3478, or :3478 for all addresses", variable, text)
	}
	if number == 0 && !ip.IsLoopback() {
		return netip.AddrPort{}, fmt.Errorf("%s has port 0, which no firewall can open; write another one, such as 3478", variable)
	}
	return netip.AddrPortFrom(ip, uint16(number)), nil
}

// readPublicAddress parses addresses and a host name, separated by commas. Without any, participants use the address on which the relay
// listens.
func (r *Relay) readPublicAddress(list string, listens netip.Addr) error {
	var name string
	for given := range strings.SplitSeq(list, ",") {
		given = strings.TrimSpace(given)
		if given == "" {
			continue
		}
		if ip, err := netip.ParseAddr(given); err == nil && ip.Zone() == "" && !ip.IsUnspecified() && !ip.IsMulticast() {
			r.Public = append(r.Public, ip.Unmap())
			continue
		}
		if url, err := turnurl.Parse("turn:" + given); err != nil || url.Host != given || name != "" || strings.Trim(given, "0123456789.") == "" || !strings.Contains(given, ".") {
			return fmt.Errorf("VISAVIS_TURN_PUBLIC_ADDRESS contains %q; write the IP address by which participants reach the relay, an IPv6 address if it has one, and a host name if the certificate needs it, such as 203.0.113.7,turn.example.com", given)
		}
		name = given
	}
	own := listens.IsLoopback() || !listens.IsUnspecified() && listens.IsGlobalUnicast() && !listens.IsPrivate()
	if len(r.Public) == 0 && !own {
		return errors.New("VISAVIS_TURN_PUBLIC_ADDRESS is missing; write the IP address by which participants reach the relay, such as 203.0.113.7")
	}
	if len(r.Public) == 0 {
		r.Public = []netip.Addr{listens.Unmap()}
	}
	if len(r.Public) > 2 || len(r.Public) == 2 && r.Public[0].Is4() == r.Public[1].Is4() {
		return errors.New("VISAVIS_TURN_PUBLIC_ADDRESS has several addresses of one kind; write one of IPv4, one of IPv6, or both")
	}
	for _, ip := range r.Public {
		if ip.IsLoopback() && !listens.IsLoopback() {
			return errors.New("VISAVIS_TURN_PUBLIC_ADDRESS is a loopback address, but VISAVIS_TURN_ADDR is not; write the IP address by which participants reach the relay")
		}
	}
	if r.Host = name; name == "" {
		r.Host = r.Public[0].String()
	}
	return nil
}

// readPorts parses a range such as 49160-49960.
func (r *Relay) readPorts(text string) error {
	first, last, _ := strings.Cut(text, "-")
	from, notFrom := strconv.ParseUint(strings.TrimSpace(first), 10, 16)
	to, notTo := strconv.ParseUint(strings.TrimSpace(last), 10, 16)
	if notFrom != nil || notTo != nil || from < 1024 || to < from+leastRelayPorts-1 {
		return fmt.Errorf("VISAVIS_TURN_PORTS is %q; write the first and the last of at least %d ports from 1024 to 65535, such as %s", text, leastRelayPorts, relayPorts)
	}
	r.FirstPort, r.LastPort = uint16(from), uint16(to)
	for _, listens := range []struct{ variable, addr string }{{"VISAVIS_TURN_ADDR", r.Addr}, {"VISAVIS_TURN_TLS_ADDR", r.TLSAddr}} {
		_, port, err := net.SplitHostPort(listens.addr)
		if number, notNumber := strconv.ParseUint(port, 10, 16); err == nil && notNumber == nil && from <= number && number <= to {
			return fmt.Errorf("VISAVIS_TURN_PORTS contains the port of %s; write a range without it, such as %s", listens.variable, relayPorts)
		}
	}
	return nil
}
