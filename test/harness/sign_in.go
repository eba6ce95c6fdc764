package main

import (
	"net/http"
	"regexp"
	"strings"
)

const signIn = `mutation($input: SignInInput!) { signIn(input: $input) { session { staff { displayName } role expiresAt } userErrors { code field } } }`

// signedIn gives the same server, seen by somebody who has signed in.
func (s *salonServer) signedIn(email, password string) *salonServer {
	s.t.Helper()
	a := s.anyone().ask(signIn, variables{"input": variables{"email": email, "password": password}})
	if len(a.Cookies) != 1 {
		s.t.Fatalf("%s cannot sign in: %v %v", email, a.Data, a.Errors)
	}
	return s.with(a.Cookies...)
}

// anyone gives the same server, seen by somebody who has not signed in.
func (s *salonServer) anyone() *salonServer { return s.with() }

// with gives the same server, seen by a browser with other cookies.
func (s *salonServer) with(cookies ...*http.Cookie) *salonServer {
	seen := *s
	pairs := make([]string, len(cookies))
	for i, c := range cookies {
		pairs[i] = c.Name + "=" + c.Value
	}
	seen.as = http.Header{"Cookie": {strings.Join(pairs, "; ")}}
	return &seen
}

var welcomeLink = regexp.MustCompile(`/welcome/([A-Z0-9]+)`)

// ownerSecret is that of the link that the server has printed; empty when it has not.
func (s *salonServer) ownerSecret() string {
	found := welcomeLink.FindStringSubmatch(s.out.String())
	if found == nil {
		return ""
	}
	return found[1]
}

// becomeOwner makes the owner of a salon that has none, and sees it as them. A server
// that has printed no link has an owner: the one whom this has made.
func (s *salonServer) becomeOwner() *salonServer {
	s.t.Helper()
	const email, password = "olga@salon.example", "three quiet words"
	secret := s.ownerSecret()
	if secret == "" {
		return s.signedIn(email, password)
	}
	a := s.ask(`mutation($input: OwnerCreateInput!) { ownerCreate(input: $input) { session { role } userErrors { code field } } }`,
		variables{"input": variables{"secret": secret, "firstName": "Olga", "email": email, "password": password}})
	if len(a.Cookies) != 1 {
		s.t.Fatalf("there is no owner: %v %v", a.Data, a.Errors)
	}
	return s.with(a.Cookies...)
}

// program gives the same server, seen by a program with a token of whoever is signed in.
func (s *salonServer) program(role string) *salonServer {
	s.t.Helper()
	seen := *s
	text := s.mutate("apiTokenCreate", "text", variables{"name": "a program", "role": role}).(string)
	seen.as = http.Header{"Authorization": {"Bearer " + text}}
	return &seen
}
