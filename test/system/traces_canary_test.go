package system

import (
	"bytes"
	"encoding/hex"
	"strings"
	"testing"

	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// holds reports whether the exported data contains a text, in any case, or as the bytes of a trace ID.
func (c *collector) holds(text string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	lower := bytes.ToLower(c.received)
	return bytes.Contains(lower, []byte(strings.ToLower(text))) || strings.Contains(hex.EncodeToString(c.received), strings.ToLower(text))
}

// TestNoTraceHoldsPersonalData books, signs in, opens links and a WebSocket, and looks for every secret and personal detail in the
// exported data.
func TestNoTraceHoldsPersonalData(t *testing.T) {
	c := startCollector(t)
	box := harness.StartMailServer(t)
	const proof = "Beacon-4711" // is exported, to show that the search works
	configuration := c.traced(storetest.SQLiteURL(t), "OTEL_RESOURCE_ATTRIBUTES", "proof="+proof)
	configuration.SMTP, configuration.ClientAddressHeader = box.Config(), "X-Forwarded-For"
	s := harness.Start(t, configuration)
	secrets := walk(s, box)
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"POST /graphql", "GET /graphql", "GET /join/{token}", "GET /manage/{secret}", "GET /welcome/{secret}", "GET /calendar/{file}", "GET /", "GET", "other /graphql",
		"mutation signIn", "mutation appointmentBook", "query booking", "subscription scheduleChanged", "database write", "database view",
		"mail CONFIRMED", "mail ACCESS",
	} {
		if len(c.find(name)) == 0 {
			t.Errorf("the walk has left no span %s", name)
		}
	}
	if !c.holds(proof) {
		t.Error("what is sent is not found")
	}
	for _, secret := range secrets {
		if len(secret) < 4 {
			t.Errorf("%q proves nothing", secret)
		}
		if c.holds(secret) {
			t.Errorf("what is sent holds %s", secret)
		}
	}
}

// walk uses the product and returns every secret and personal detail of that use.
func walk(s *harness.Server, box *harness.MailServer) (secrets []string) {
	s.T.Helper()
	const branch, ella = "brn_demo-mitte", "stf_demo-ella"
	room := s.Mutate("staffVideoLinkSet", "staff { videoLink { url } }", harness.Variables{"staffId": "stf_demo-anna", "link": "https://meet.example.org/canary-room"})
	feed := s.Mutate("staffCalendarFeedRenew", "url", harness.Variables{"staffId": "stf_demo-anna"}).(string)
	token := s.Mutate("apiTokenCreate", "text", harness.Variables{"name": "canary program", "role": "MANAGER"}).(string)
	s.Mutate("staffAccessSend", "staff { id }", harness.Variables{"staffId": ella})
	welcome := harness.WelcomeLink.FindStringSubmatch(box.Next("/welcome/").Text)
	s.Get(welcome[0])
	l := s.SubscribeToChanges(branch, s.LastChange(branch))

	client := s.SignedOut()
	booked := client.Ask(`mutation CanaryOperation($input: AppointmentBookInput!) { canaryAlias: appointmentBook(input: $input) {
		booking { id secret joinUrl } userErrors { code } } }`, harness.Variables{"input": harness.Variables{
		"start":    harness.Variables{"branchId": branch, "serviceId": "svc_demo-video-colour", "staffId": "stf_demo-anna", "start": "2026-11-26T09:00:00Z"},
		"customer": harness.Variables{"name": "Canary Kunde", "email": "canary@kunde.example", "locale": "DE", "acceptsPrivacy": true},
		"note":     "canary-note", "idempotencyKey": "canary-key-0123456789",
	}}, "X-Forwarded-For", "203.0.113.77", "User-Agent", "Canary-Browser/1.0", "Tracestate", "vendor=canary-state", "Baggage", "user=canary-baggage",
		"Traceparent", "00-"+callersTrace+"-"+callersSpan+"-01").Data["canaryAlias"].(map[string]any)["booking"].(map[string]any)
	l.ExpectChange("APPOINTMENT Anna 2026-11-26 2026-11-26")
	box.Next("canary@kunde.example")
	secret, join := booked["secret"].(string), booked["joinUrl"].(string)
	client.Query(`query($secret: String!) { booking(secret: $secret) { status } }`, harness.Variables{"secret": secret})
	client.Get("/manage/" + secret)
	for _, link := range []string{join, feed} {
		_, path, _ := strings.Cut(link, s.Addr)
		client.Get(path)
	}
	client.Get("/canary-path?canary-query=canary-value")
	client.Get("/", "Host", "canary-host.example")
	client.Send("CANARY", "/graphql", "")
	client.Ask(harness.SignIn, harness.Variables{"input": harness.Variables{"email": "clara@salon.example", "password": "canary-password"}})
	client.Ask(`{ canaryField(canaryArgument: "x") }`, nil)
	client.Ask(`{ broken( canaryDocument`, nil)
	_, cookie, _ := strings.Cut(s.Header.Get("Cookie"), "=")
	return append(strings.Fields("canary kunde.example salon.example visavis-demo 203.0.113 127.0.0.1 Anna Clara meet.example"),
		room.(map[string]any)["videoLink"].(map[string]any)["url"].(string), booked["id"].(string),
		secret, lastOf(join), strings.TrimSuffix(lastOf(feed), ".ics"), token, welcome[1], cookie, s.Addr)
}

func lastOf(link string) string { return link[strings.LastIndex(link, "/")+1:] }
