package harness

import (
	"net/http"
	"regexp"
	"strings"
)

const SignIn = `mutation($input: SignInInput!) { signIn(input: $input) { session { staff { displayName } role expiresAt } userErrors { code field } } }`

// SignedIn signs in by password and returns the server as that person sees it.
func (s *Server) SignedIn(email, password string) *Server {
	s.T.Helper()
	a := s.SignedOut().Ask(SignIn, Variables{"input": Variables{"email": email, "password": password}})
	if len(a.Cookies) == 0 {
		s.T.Fatalf("%s cannot sign in: %v %v", email, a.Data, a.Errors)
	}
	return s.WithCookies(a.Cookies...)
}

// SignedOut returns the server as a client without a session sees it.
func (s *Server) SignedOut() *Server { return s.WithCookies() }

// WithCookies returns the server as a browser with other cookies sees it.
func (s *Server) WithCookies(cookies ...*http.Cookie) *Server {
	pairs := make([]string, len(cookies))
	for i, c := range cookies {
		pairs[i] = c.Name + "=" + c.Value
	}
	return s.as("Cookie", strings.Join(pairs, "; "))
}

var WelcomeLink = regexp.MustCompile(`/welcome/([A-Z0-9]+)`)

// OwnerSecret returns the secret of the printed owner link, or "" if none was printed.
func (s *Server) OwnerSecret() string {
	found := WelcomeLink.FindStringSubmatch(s.Printed.String())
	if found == nil {
		return ""
	}
	return found[1]
}

// SignInAsOwner returns the server as the owner sees it. It creates the owner if the server has printed an owner link.
func (s *Server) SignInAsOwner() *Server {
	s.T.Helper()
	const email, password = "olga@salon.example", "three quiet words"
	secret := s.OwnerSecret()
	if secret == "" {
		return s.SignedIn(email, password)
	}
	a := s.Ask(`mutation($input: OwnerCreateInput!) { ownerCreate(input: $input) { session { role } userErrors { code field } } }`,
		Variables{"input": Variables{"secret": secret, "firstName": "Olga", "email": email, "password": password}})
	if len(a.Cookies) == 0 {
		s.T.Fatalf("there is no owner: %v %v", a.Data, a.Errors)
	}
	return s.WithCookies(a.Cookies...)
}

// WithToken creates an API token with the role and returns the server as a program with that token sees it.
func (s *Server) WithToken(role string) *Server {
	s.T.Helper()
	text := s.Mutate("apiTokenCreate", "text", Variables{"name": "a program", "role": role}).(string)
	return s.as("Authorization", "Bearer "+text)
}
