package system

import (
	"strings"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

func TestTheDemoTellsHowToSignIn(t *testing.T) {
	t.Parallel()
	databaseURL := storetest.AbsentSQLiteURL(t)
	for _, password := range []string{"only for show", ""} { // the second start changes nothing
		s := harness.StartSignedOut(t, config.Config{DatabaseURL: databaseURL, Demo: true, DemoPassword: password})
		if password == "" {
			if a := s.Ask(harness.SignIn, harness.Variables{"input": harness.Variables{"email": "anna@salon.example", "password": "visavis-demo"}}); len(a.Cookies) != 0 {
				t.Error("the known password has replaced another")
			}
		} else {
			for email, who := range map[string]string{"anna": "Anna OWNER PASSWORD", "ben": "Ben MEMBER PASSWORD", "clara": "Clara MANAGER PASSWORD", "frida": "Frida RECEPTIONIST PASSWORD"} {
				line := email + "@salon.example  " + password + "  PIN 480271\n"
				if !strings.Contains(s.Printed.String(), line) {
					t.Errorf("it does not print %q but\n%s", line, s.Printed)
				}
				expectWho(s.SignedIn(email+"@salon.example", password), "as printed", who)
			}
		}
		if s.OwnerSecret() != "" {
			t.Error("it prints a link for an owner, and has one")
		}
		if err := s.Stop(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheFirstStartTellsHowToBecomeTheOwner(t *testing.T) {
	t.Parallel()
	databaseURL := storetest.AbsentSQLiteURL(t)
	s := harness.StartSignedOut(t, config.Config{DatabaseURL: databaseURL})
	first := s.OwnerSecret()
	if first == "" {
		t.Fatalf("it prints no link but\n%s", s.Printed)
	}
	if err := s.Stop(); err != nil { // the link was not used
		t.Fatal(err)
	}
	s = harness.StartSignedOut(t, config.Config{DatabaseURL: databaseURL})
	if again := s.OwnerSecret(); again == "" || again == first {
		t.Errorf("the second start prints the link %q", again)
	}
	expectWho(s.SignInAsOwner(), "by the link", "Olga OWNER PASSWORD")
	const create = `mutation($input: OwnerCreateInput!) { ownerCreate(input: $input) { session { role } userErrors { code } } }`
	for _, secret := range []string{first, s.OwnerSecret()} {
		a := s.Ask(create, harness.Variables{"input": harness.Variables{"secret": secret, "firstName": "Eve", "email": "eve@evil.example", "password": "three quiet words"}})
		if wrong := harness.List(a.Data["ownerCreate"].(map[string]any)["userErrors"]); len(wrong) != 1 || wrong[0]["code"] != "LINK_USED" || len(a.Cookies) != 0 {
			t.Errorf("a link opens twice: %v", a.Data)
		}
	}
	if strings.Contains(s.Log.String(), first) || strings.Contains(s.Log.String(), s.OwnerSecret()) {
		t.Error("the log tells the link")
	}
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	s = harness.StartSignedOut(t, config.Config{DatabaseURL: databaseURL})
	if s.OwnerSecret() != "" {
		t.Error("it prints a link, and has an owner")
	}
}
