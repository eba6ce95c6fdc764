package harness

import (
	"net/http"
	"strings"
)

// Get requests a path. Headers are pairs of name and value.
func (s *Server) Get(path string, headers ...string) *http.Response {
	s.T.Helper()
	return s.Send(http.MethodGet, path, "", headers...)
}

// Post sends a body to the API. Headers are pairs of name and value.
func (s *Server) Post(body string, headers ...string) *http.Response {
	s.T.Helper()
	return s.Send(http.MethodPost, "/graphql", body, append(headers, "Content-Type", "application/json")...)
}

// Send sends a request. Headers are pairs of name and value.
func (s *Server) Send(method, path, body string, headers ...string) *http.Response {
	s.T.Helper()
	request, err := http.NewRequestWithContext(s.T.Context(), method, "http://"+s.Addr+path, strings.NewReader(body))
	if err != nil {
		s.T.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			request.Host = headers[i+1]
		}
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		s.T.Fatal(err)
	}
	s.T.Cleanup(func() { _ = response.Body.Close() })
	return response
}
