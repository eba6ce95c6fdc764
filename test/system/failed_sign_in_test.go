package system

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

func TestFailedSignInsAreCountedAndRecorded(t *testing.T) {
	t.Parallel()
	s := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, PrivateAddr: "127.0.0.1:0"})
	stranger := s.SignedOut()
	for range 11 {
		stranger.Ask(`mutation { signIn(input: {email: "ben@salon.example", password: "wrong"}) { userErrors { code } } }`, nil)
	}
	_, metrics := getPrivately(s, "/metrics")
	for _, want := range []string{
		`visavis_sign_ins_total{field="signIn",outcome="failed"} 8`,
		`visavis_sign_ins_total{field="signIn",outcome="ok"} 1`, // by the harness
		`visavis_rate_limited_total{field="signIn"} 3`,
	} {
		if !strings.Contains(metrics, want) {
			t.Errorf("the metrics have no %s", want)
		}
	}
	for action, want := range map[string]int{"signInFailed": 8, "rateLimited": 1} {
		found := s.Query(`query($action: String) { auditTrail(first: 50, action: $action) { nodes { actor subjectId } } }`, harness.Variables{"action": action})
		nodes := harness.Nodes(found["auditTrail"])
		s.ExpectEqual("entries of "+action, len(nodes), want)
		for _, node := range nodes {
			s.ExpectEqual("whose sign-in", node["subjectId"], "stf_demo-ben")
		}
	}
}

func TestThePrivateAddressAnswersToItsOwnHost(t *testing.T) {
	t.Parallel()
	s := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), PrivateAddr: "127.0.0.1:0"})
	at := regexp.MustCompile(`Metrics +(http://\S+)/metrics`).FindStringSubmatch(s.Printed.String())
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, at[1]+"/metrics", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Host = "evil.example"
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	s.ExpectEqual("at another host", response.StatusCode, http.StatusMisdirectedRequest)
}
