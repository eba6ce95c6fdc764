package system

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"encoding/json"
	"maps"
	"strings"
	"testing"

	"visavis/internal/config"
	"visavis/internal/relay/turnurl"
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

// TestNoTraceHoldsPersonalData books, signs in, opens links and a WebSocket, meets in a room, and looks for every secret and personal detail in the
// exported data.
func TestNoTraceHoldsPersonalData(t *testing.T) {
	c := startCollector(t)
	box := harness.StartMailServer(t)
	const proof = "Beacon-4711" // is exported, to show that the search works
	configuration := c.traced(storetest.SQLiteURL(t), "OTEL_RESOURCE_ATTRIBUTES", "proof="+proof)
	configuration.SMTP, configuration.ClientAddressHeader = box.Config(), "X-Forwarded-For"
	configuration.Relay = config.Relay{URLs: []turnurl.URL{{Transport: turnurl.UDP, Host: "canary-relay.example", Port: 3478}}, Secret: "a-canary-secret-of-relays"}
	s := harness.Start(t, configuration)
	secrets := append(walk(s, box), walkThroughRoom(s)...)
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"POST /graphql", "GET /graphql", "GET /join/{token}", "GET /manage/{secret}", "GET /welcome/{secret}", "GET /calendar/{file}", "GET /", "GET", "other /graphql",
		"mutation signIn", "mutation appointmentBook", "query booking", "subscription scheduleChanged", "database write", "database view",
		"query consultationRoom", "mutation roomEnter", "mutation roomLateSet", "mutation roomAdmit", "mutation roomDelay", "mutation roomSignalSend",
		"subscription roomEvents", "mutation roomLeave", "mutation roomEnd", "mail CONFIRMED", "mail ACCESS",
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

// walkThroughRoom uses a room from both sides and returns every secret and personal detail of that use.
func walkThroughRoom(s *harness.Server) (secrets []string) {
	s.T.Helper()
	s.Mutate("staffVideoLinkSet", "staff { id }", harness.Variables{"staffId": "stf_demo-anna", "provider": "VISAVIS"})
	booked := s.Mutate("appointmentBookByStaff", "appointment { id joinUrl }", harness.Variables{
		"branchId": "brn_demo-mitte", "serviceId": "svc_demo-video-colour", "staffId": "stf_demo-anna", "override": true,
		"start": "2026-11-23T08:10:00Z", "customer": harness.Variables{"name": "Robin Raumgast", "email": "robin@raumgast.example", "locale": "DE"},
	}).(map[string]any)
	id, token := booked["id"].(string), lastOf(booked["joinUrl"].(string))
	asCustomer, asStaff := harness.Variables{"joinToken": token}, harness.Variables{"appointmentId": id}
	with := func(side, more harness.Variables) harness.Variables {
		input := maps.Clone(side)
		maps.Copy(input, more)
		return input
	}
	client := s.SignedOut()
	_, path, _ := strings.Cut(booked["joinUrl"].(string), s.Addr)
	client.Get(path)
	const read = `query($joinToken: String, $appointmentId: ID) { consultationRoom(joinToken: $joinToken, appointmentId: $appointmentId) { state } }`
	client.Query(read, asCustomer)
	s.Query(read, asStaff)
	client.Mutate("roomLateSet", "room { state }", with(asCustomer, harness.Variables{"minutes": 5}))
	enter := func(as *harness.Server, side harness.Variables) (participant, credential string) {
		entered := as.Query(`mutation($input: RoomEnterInput!) { roomEnter(input: $input) { participant { id } relays { credential } userErrors { code } } }`,
			harness.Variables{"input": side})["roomEnter"].(map[string]any)
		return entered["participant"].(map[string]any)["id"].(string), harness.List(entered["relays"])[0]["credential"].(string)
	}
	customer, customers := enter(client, asCustomer)
	staff, staffs := enter(s, asStaff)
	s.Mutate("roomDelay", "appointment { id }", with(asStaff, harness.Variables{"minutes": 15}))
	s.Mutate("roomAdmit", "appointment { id }", asStaff)
	const follow = `subscription($joinToken: String, $appointmentId: ID, $participantId: ID) {
		roomEvents(joinToken: $joinToken, appointmentId: $appointmentId, participantId: $participantId) { signals { payload } } }`
	client.Mutate("roomSignalSend", "sent", with(asCustomer, harness.Variables{"senderId": customer, "recipientId": staff, "payload": "candidate-of-robin"}))
	s.Mutate("roomSignalSend", "sent", with(asStaff, harness.Variables{"senderId": staff, "recipientId": customer, "payload": "description-of-the-salon"}))
	s.Subscribe(follow, with(asStaff, harness.Variables{"participantId": staff})).NextEvent()
	body, err := json.Marshal(map[string]any{"query": follow, "variables": with(asCustomer, harness.Variables{"participantId": customer})})
	if err != nil {
		s.T.Fatal(err)
	}
	heard := bufio.NewScanner(client.Post(string(body), "Accept", "text/event-stream").Body)
	for heard.Scan() && !strings.Contains(heard.Text(), "description-of-the-salon") {
	}
	client.Mutate("roomLeave", "removedId", with(asCustomer, harness.Variables{"participantId": customer}))
	client.Ask(`mutation($input: RoomEnterInput!) { roomEnter(input: $input) { userErrors { code } } }`, harness.Variables{"input": harness.Variables{"joinToken": "canary-" + token}})
	s.Mutate("roomEnd", "appointment { id }", asStaff)
	return append(strings.Fields("Robin Raumgast raumgast.example candidate-of description-of-the a-canary-secret"), token, id, customer, staff, customers, staffs)
}

func lastOf(link string) string { return link[strings.LastIndex(link, "/")+1:] }
