package system

import (
	"fmt"
	"testing"

	"visavis/test/harness"
)

// Strangers guess Anna's password and PIN, from one network and from many. She signs in by both.
func TestStrangersLockNobodyOut(t *testing.T) {
	t.Parallel()
	s := limitedSalon(t)
	const address = "X-Client-Address"
	signIn := func(from *harness.Server, network, password string) harness.Answer {
		return from.Ask(harness.SignIn, harness.Variables{"input": harness.Variables{"email": "anna@salon.example", "password": password}}, address, network)
	}
	byPIN := func(from *harness.Server, network, pin string) harness.Answer {
		return from.Ask(`mutation($pin: String!) { signInByPin(input: {staffId: "stf_demo-anna", pin: $pin}) { session { role } userErrors { code } } }`,
			harness.Variables{"pin": pin}, address, network)
	}
	before := s.SignedIn("anna@salon.example", "visavis-demo")
	enrolled := before.Ask(`mutation { deviceEnroll(input: {branchId: "brn_demo-mitte", name: "Kasse"}) { userErrors { code } } }`, nil).Cookies
	browser := s.WithCookies(signIn(s.SignedOut(), "203.0.113.1", "visavis-demo").Cookies[1]) // without the session
	for i := range 60 {
		byPIN(s.SignedOut(), fmt.Sprintf("192.0.2.%d", i), "0000")
		byPIN(s.SignedOut(), "203.0.113.1", "0000")
		signIn(s.SignedOut(), "203.0.113.1", "wrong") // in her own network
	}
	if a := signIn(s.SignedOut(), "203.0.113.9", "visavis-demo"); len(a.Errors) > 0 {
		t.Errorf("after guesses from one network, she cannot sign in in a new browser: %v", a.Errors)
	}
	for i := range 60 {
		signIn(s.SignedOut(), fmt.Sprintf("192.0.2.%d", i), "wrong")
	}
	if a := signIn(s.SignedOut(), "203.0.113.10", "visavis-demo"); len(a.Errors) == 0 {
		t.Error("guesses from many networks have no limit")
	}
	if a := signIn(browser, "203.0.113.1", "visavis-demo"); len(a.Errors) > 0 || a.Data["signIn"].(map[string]any)["session"] == nil {
		t.Errorf("in her browser she cannot sign in by password: %v %v", a.Data, a.Errors)
	}
	if a := byPIN(s.WithCookies(enrolled...), "203.0.113.1", "2468"); len(a.Errors) > 0 {
		t.Errorf("at her till she cannot sign in by PIN: %v", a.Errors)
	}
	granted := 0
	for range 20 {
		if len(signIn(browser, "203.0.113.1", "wrong").Errors) == 0 {
			granted++
		}
	}
	if granted >= 20 {
		t.Error("guesses from a known browser have no limit")
	}
}
