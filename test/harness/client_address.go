package harness

import "net/http"

// ClientAddress is the header in which the proxy of every server in a process of its own passes on the client's address.
const ClientAddress = "X-Client-Address"

// From returns the server as the same client at another address sees it.
func (s *Server) From(address string) *Server {
	seen := *s
	seen.Header = s.Header.Clone()
	if seen.Header == nil {
		seen.Header = http.Header{}
	}
	seen.Header.Set(ClientAddress, address)
	return &seen
}

// as returns the server as another client at the same address sees it, whom a header authenticates.
func (s *Server) as(name, value string) *Server {
	seen := *s
	seen.Header = http.Header{name: {value}}
	if address := s.Header.Get(ClientAddress); address != "" {
		seen.Header.Set(ClientAddress, address)
	}
	return &seen
}
