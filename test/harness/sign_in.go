package harness

import (
	"net/http"
	"regexp"
	"strings"
)

const SignIn = `mutation($input: SignInInput!) { signIn(input: $input) { session { staff { displayName } role expiresAt } userErrors { code field } } }`

// SignedIn gives the same server, seen by somebody who has signed in.
func (s *Server) SignedIn(email, password string) *Server {
	s.T.Helper()
	a := s.SignedOut().Ask(SignIn, Variables{"input": Variables{"email": email, "password": password}})
	if len(a.Cookies) != 1 {
		s.T.Fatalf("%s cannot sign in: %v %v", email, a.Data, a.Errors)
	}
	return s.WithCookies(a.Cookies...)
}

// SignedOut gives the same server, seen by somebody who has not signed in.
func (s *Server) SignedOut() *Server { return s.WithCookies() }

// WithCookies gives the same server, seen by a browser with other cookies.
func (s *Server) WithCookies(cookies ...*http.Cookie) *Server {
	seen := *s
	pairs := make([]string, len(cookies))
	for i, c := range cookies {
		pairs[i] = c.Name + "=" + c.Value
	}
	seen.Header = http.Header{"Cookie": {strings.Join(pairs, "; ")}}
	return &seen
}

var WelcomeLink = regexp.MustCompile(`/welcome/([A-Z0-9]+)`)

// OwnerSecret is that of the link that the server has printed; empty when it has not.
func (s *Server) OwnerSecret() string {
	found := WelcomeLink.FindStringSubmatch(s.Printed.String())
	if found == nil {
		return ""
	}
	return found[1]
}

// SignInAsOwner makes the owner of a salon that has none, and sees it as them. A server
// that has printed no link has an owner: the one whom this has made.
func (s *Server) SignInAsOwner() *Server {
	s.T.Helper()
	const email, password = "olga@salon.example", "three quiet words"
	secret := s.OwnerSecret()
	if secret == "" {
		return s.SignedIn(email, password)
	}
	a := s.Ask(`mutation($input: OwnerCreateInput!) { ownerCreate(input: $input) { session { role } userErrors { code field } } }`,
		Variables{"input": Variables{"secret": secret, "firstName": "Olga", "email": email, "password": password}})
	if len(a.Cookies) != 1 {
		s.T.Fatalf("there is no owner: %v %v", a.Data, a.Errors)
	}
	return s.WithCookies(a.Cookies...)
}

// WithToken gives the same server, seen by a program with a token of whoever is signed in.
func (s *Server) WithToken(role string) *Server {
	s.T.Helper()
	seen := *s
	text := s.Mutate("apiTokenCreate", "text", Variables{"name": "a program", "role": role}).(string)
	seen.Header = http.Header{"Authorization": {"Bearer " + text}}
	return &seen
}
