package relay

import (
	"slices"

	"visavis/internal/civil"
	"visavis/internal/relay/turnurl"
)

// An ICEServer is what a browser needs to use relays: an element of RTCConfiguration.iceServers.
type ICEServer struct {
	URLs                 []string
	Username, Credential string
}

// Servers are the relays that participants of calls may use: the built-in one, external ones, both or none. All know one secret. The zero
// value has none.
type Servers struct {
	urls   []turnurl.URL
	secret []byte
}

// NewServers returns the relays at the URLs.
func NewServers(secret []byte, urls ...turnurl.URL) *Servers {
	return &Servers{urls: slices.Clone(urls), secret: slices.Clone(secret)}
}

// Configured reports whether there is a relay. Without one, calls between networks that let no direct connection through fail.
func (s *Servers) Configured() bool { return s != nil && len(s.urls) > 0 }

// URLs returns where the relays are.
func (s *Servers) URLs() []turnurl.URL {
	if s == nil {
		return nil
	}
	return slices.Clone(s.urls)
}

// For returns the relays for a participant, who is named by an ID that tells nothing about the person: relays see it. What it returns works
// for CredentialTime. It is empty if there is no relay.
func (s *Servers) For(participant string, now civil.Instant) []*ICEServer {
	if !s.Configured() {
		return nil
	}
	credential := NewCredential(s.secret, participant, now)
	server := &ICEServer{Username: credential.Username, Credential: credential.Password}
	for _, url := range s.urls {
		server.URLs = append(server.URLs, url.String())
	}
	return []*ICEServer{server}
}
