package system

import (
	"strings"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

func TestWithoutMailEveryoneIsToldAndALinkIsHandedOver(t *testing.T) {
	t.Parallel()
	s := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, PublicURL: "https://salon.example"})
	s.ExpectEqual("the branch", s.Query(`{ branch(slug: "mitte") { sendsMail mailObstacle } }`, nil)["branch"], "map[mailObstacle:NO_MAIL_SERVER sendsMail:false]")
	s.ExpectEqual("a typo", s.Query(`{ mailProviderMeant(domain: "gmial.com") }`, nil)["mailProviderMeant"], "gmail.com")
	s.ExpectEqual("no typo", s.Query(`{ mailProviderMeant(domain: "gmail.com") }`, nil)["mailProviderMeant"], nil)
	for _, email := range []string{"ben@salon.example", "nobody@salon.example"} {
		s.ExpectEqual("a forgotten password", s.Mutate("passwordResetRequest", "sendsMail", harness.Variables{"email": email}), false)
	}
	const query = `mutation($input: StaffAccessSendInput!) { staffAccessSend(input: $input) { staff { id } link userErrors { code } } }`
	sent := s.Ask(query, harness.Variables{"input": harness.Variables{"staffId": "stf_demo-ella"}}).Data["staffAccessSend"].(map[string]any)
	link, _ := sent["link"].(string)
	path, found := strings.CutPrefix(link, "https://salon.example")
	if !found || !strings.HasPrefix(path, "/welcome/") {
		t.Fatalf("the link is %q", link)
	}
	s.ExpectEqual("its page", s.Get(path).StatusCode, 200)
	secret := strings.TrimPrefix(path, "/welcome/")
	s.ExpectNotLogged(secret)
	trail := s.Query(`{ auditTrail(first: 5) { nodes { action after } } }`, nil)
	for _, entry := range harness.Nodes(trail["auditTrail"]) {
		if after, _ := entry["after"].(string); strings.Contains(after, secret) {
			t.Errorf("the link is in the audit trail: %s", after)
		}
	}
}
