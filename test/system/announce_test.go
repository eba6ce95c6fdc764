package main

import (
	"strings"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
)

func TestTheDemoTellsHowToSignIn(t *testing.T) {
	databaseURL := storetest.SQLiteURL(t)
	for _, password := range []string{"only for show", ""} { // the second comes too late
		s := startClosedServer(t, config.Config{DatabaseURL: databaseURL, Demo: true, DemoPassword: password})
		if password == "" {
			if a := s.ask(signIn, variables{"input": variables{"email": "anna@salon.example", "password": "visavis-demo"}}); len(a.Cookies) != 0 {
				t.Error("the known password has replaced another")
			}
		} else {
			for email, who := range map[string]string{"anna": "Anna OWNER PASSWORD", "ben": "Ben MEMBER PASSWORD", "clara": "Clara MANAGER PASSWORD"} {
				line := email + "@salon.example  " + password + "  PIN 2580\n"
				if !strings.Contains(s.out.String(), line) {
					t.Errorf("it does not print %q but\n%s", line, s.out)
				}
				s.signedIn(email+"@salon.example", password).expectWho("as printed", who)
			}
		}
		if s.ownerSecret() != "" {
			t.Error("it prints a link for an owner, and has one")
		}
		if err := s.stop(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheFirstStartTellsHowToBecomeTheOwner(t *testing.T) {
	databaseURL := storetest.SQLiteURL(t)
	s := startClosedServer(t, config.Config{DatabaseURL: databaseURL})
	first := s.ownerSecret()
	if first == "" {
		t.Fatalf("it prints no link but\n%s", s.out)
	}
	if err := s.stop(); err != nil { // nobody has opened it
		t.Fatal(err)
	}
	s = startClosedServer(t, config.Config{DatabaseURL: databaseURL})
	if again := s.ownerSecret(); again == "" || again == first {
		t.Errorf("the second start prints the link %q", again)
	}
	s.becomeOwner().expectWho("by the link", "Olga OWNER PASSWORD")
	const create = `mutation($input: OwnerCreateInput!) { ownerCreate(input: $input) { session { role } userErrors { code } } }`
	for _, secret := range []string{first, s.ownerSecret()} {
		a := s.ask(create, variables{"input": variables{"secret": secret, "firstName": "Eve", "email": "eve@evil.example", "password": "three quiet words"}})
		if wrong := list(a.Data["ownerCreate"].(map[string]any)["userErrors"]); len(wrong) != 1 || wrong[0]["code"] != "LINK_USED" || len(a.Cookies) != 0 {
			t.Errorf("a link opens twice: %v", a.Data)
		}
	}
	if strings.Contains(s.log.String(), first) || strings.Contains(s.log.String(), s.ownerSecret()) {
		t.Error("the log tells the link")
	}
	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
	s = startClosedServer(t, config.Config{DatabaseURL: databaseURL})
	if s.ownerSecret() != "" {
		t.Error("it prints a link, and has an owner")
	}
}
