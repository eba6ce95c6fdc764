package system

import (
	"net/http"
	"strings"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// TestStaffSignInAfterTheAccessMail goes from "Schicke PIN" in the admin to the first sign-in at the till.
func TestStaffSignInAfterTheAccessMail(t *testing.T) {
	t.Parallel()
	const mitte, ella, password, pin = "brn_demo-mitte", "stf_demo-ella", "a lighthouse in the fog", "73918264" // a PIN so long that no time or port in the log is the same
	box := harness.StartMailServer(t)
	owner := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, SMTP: box.Config()})
	clara := owner.SignedIn("clara@salon.example", "visavis-demo")
	clara.Mutate("staffAccessSend", "staff { id }", harness.Variables{"staffId": ella})
	mail := box.Next().Text
	if !strings.Contains(mail, "ella@salon.example") {
		t.Fatalf("it is not to Ella:\n%s", mail)
	}
	found := harness.WelcomeLink.FindStringSubmatch(mail)
	if found == nil {
		t.Fatalf("there is no link in it:\n%s", mail)
	}
	if page := owner.SignedOut().Get(found[0]); page.StatusCode != http.StatusOK {
		t.Errorf("the page behind it is answered %s", page.Status)
	}
	use := harness.Variables{"secret": found[1], "password": password, "pin": pin}
	owner.SignedOut().Mutate("accessLinkUse", "session { role }", use)
	code, _, _ := userErrorOf(owner.SignedOut(), `mutation { accessLinkUse(input: {secret: "`+found[1]+`", password: "`+password+`"}) { userErrors { code field message } } }`, "en")
	owner.ExpectEqual("the second time", code, "LINK_USED")
	expectRecord(owner, "accessLinkUse", "STAFF Ella")
	expectWho(owner.SignedIn("ella@salon.example", password), "by password", "Ella MEMBER PASSWORD")
	till := clara.Ask(`mutation { deviceEnroll(input: {branchId: "`+mitte+`", name: "Kasse"}) { userErrors { code } } }`, nil).Cookies
	byPIN := owner.WithCookies(till...).Ask(`mutation { signInByPin(input: {staffId: "`+ella+`", pin: "`+pin+`"}) { userErrors { code } } }`, nil).Cookies
	expectWho(owner.WithCookies(append(byPIN, till...)...), "by PIN", "Ella MEMBER PIN")
	owner.ExpectNotLogged(found[1], password, pin, "ella@salon.example")
}
