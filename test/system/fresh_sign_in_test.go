package system

import (
	"strings"
	"testing"

	"visavis/test/harness"
)

// Anna has signed in by PIN and knows the password of Ben, a member.
func TestATillPINDoesNotBecomeTheSalon(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	till := s.Ask(`mutation { deviceEnroll(input: {branchId: "brn_demo-mitte", name: "Kasse"}) { userErrors { code } } }`, nil)
	pin := s.WithCookies(till.Cookies...).Ask(`mutation { signInByPin(input: {staffId: "stf_demo-anna", pin: "480271"}) { session { role } userErrors { code } } }`, nil)
	anna := s.WithCookies(pin.Cookies...)
	token := s.SignedIn("anna@salon.example", "visavis-demo").WithToken("OWNER")
	for name, mutation := range map[string]string{
		"a role":                `staffRoleSet(input: {id: "stf_demo-ben", role: OWNER}) { userErrors { code } }`,
		"a new owner":           `staffCreate(input: {firstName: "Fay", role: OWNER}) { userErrors { code } }`,
		"a profile of a person": `staffCreate(input: {firstName: "Fay", samePersonAs: "stf_demo-anna"}) { userErrors { code } }`,
		"a person":              `staffSamePersonSet(input: {id: "stf_demo-ben", samePersonAs: "stf_demo-anna"}) { userErrors { code } }`,
		"archiving":             `staffArchive(input: {id: "stf_demo-ben"}) { userErrors { code } }`,
		"restoring":             `staffRestore(input: {id: "stf_demo-ben"}) { userErrors { code } }`,
		"forgetting":            `customerForget(input: {id: "cus_unknown"}) { userErrors { code } }`,
		"a feed":                `staffCalendarFeedRemove(input: {staffId: "stf_demo-ben"}) { userErrors { code } }`,
	} {
		for who, caller := range map[string]*harness.Server{"a PIN": anna, "a token": token} {
			a := caller.Ask("mutation { "+mutation+" }", nil)
			if len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "FRESH_SIGN_IN_REQUIRED" {
				t.Errorf("%s by %s: %v %v", name, who, a.Data, a.Errors)
			}
		}
	}
	a := anna.Ask(`{ customerExport(id: "cus_unknown") }`, nil)
	if len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "FRESH_SIGN_IN_REQUIRED" {
		t.Errorf("exporting by a PIN: %v %v", a.Data, a.Errors)
	}
	for who, caller := range map[string]*harness.Server{"a PIN": anna, "a token": token} {
		s.ExpectEqual("confirming by "+who, errorsOf(caller, "sessionConfirm", harness.Variables{"password": "visavis-demo"}), "NOT_CONFIRMABLE password")
	}
}

func TestASessionIsConfirmedByPOST(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	l := s.Subscribe(`mutation { sessionConfirm(input: {password: "visavis-demo"}) { freshUntil } }`, nil)
	if m := l.Receive(); !strings.Contains(m.Type, "next") || !strings.Contains(l.Received.String(), "POST_REQUIRED") {
		t.Errorf("over a socket it is answered %v", m)
	}
	s.Mutate("sessionConfirm", "freshUntil", harness.Variables{"password": "visavis-demo"})
}
