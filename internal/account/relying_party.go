package account

import (
	"net"
	"net/url"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
)

// challengeValidity is how long a passkey may take to answer a challenge.
const challengeValidity = 5 * time.Minute

// newRelyingParty returns the server as passkeys know it: by the host of its origin. Browsers know no passkeys of IP
// addresses, so a server on this machine is localhost.
func newRelyingParty(origin string) *webauthn.WebAuthn {
	address, err := url.Parse(origin)
	if err != nil || address.Hostname() == "" {
		address = &url.URL{Scheme: "http", Host: "localhost"}
	}
	if ip := net.ParseIP(address.Hostname()); ip != nil && ip.IsLoopback() {
		host := "localhost"
		if port := address.Port(); port != "" {
			host = net.JoinHostPort(host, port)
		}
		address = &url.URL{Scheme: address.Scheme, Host: host}
	}
	party, err := webauthn.New(&webauthn.Config{
		RPID: address.Hostname(), RPDisplayName: "visavis", RPOrigins: []string{address.Scheme + "://" + address.Host},
		AttestationPreference: protocol.PreferNoAttestation,
	})
	if err != nil { // such as another IP address, for which browsers create no passkeys
		return newRelyingParty("")
	}
	return party
}
