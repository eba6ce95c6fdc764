package system

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/coder/websocket"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// limitedSalon starts a demo salon behind a proxy that passes on client addresses.
func limitedSalon(t *testing.T) *harness.Server {
	t.Helper()
	return harness.StartSignedOut(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, ClientAddressHeader: "X-Client-Address"})
}

// rate is a mutation that clients request in turn.
var rates = map[string]struct {
	operation string
	account   func(i int) string // account of the i-th request
	address   func(i int) string // client address of the i-th request
	granted   int                // requests before the limit applies
}{
	"sign-in from one address": {
		`mutation { signIn(input: {email: "$account", password: "wrong"}) { userErrors { code } } }`,
		func(i int) string { return fmt.Sprintf("%d@salon.example", i) }, func(int) string { return "192.0.2.1" }, 20,
	},
	"sign-in to one account": {
		`mutation { signIn(input: {email: "$account", password: "wrong"}) { userErrors { code } } }`,
		func(i int) string { return []string{"anna@salon.example", " Anna@Salon.example"}[i%2] }, func(i int) string { return fmt.Sprintf("192.0.2.%d", i) }, 10,
	},
	"sign-in by PIN": {
		`mutation { signInByPin(input: {staffId: "$account", pin: "9753"}) { userErrors { code } } }`,
		func(i int) string { return "stf_demo-anna" }, func(int) string { return "192.0.2.1" }, 30,
	},
	"holds from one address": {
		`mutation { appointmentHold(input: {branchId: "brn_demo-mitte", serviceId: "svc_demo-cut", start: "2026-11-26T09:00:00Z"}) { userErrors { code } } }`,
		func(int) string { return "" }, func(int) string { return "2001:db8:1:2::" + "1" }, 30,
	},
	"releases from one address": {
		`mutation { appointmentHoldRelease(input: {secret: "unknown"}) { userErrors { code } } }`,
		func(int) string { return "" }, func(int) string { return "192.0.2.1" }, 30,
	},
	"bookings from one address": {
		`mutation { appointmentBook(input: {customer: {name: "", email: "$account", locale: DE}, idempotencyKey: "x"}) { userErrors { code } } }`,
		func(i int) string { return fmt.Sprintf("%d@kunde.example", i) }, func(int) string { return "192.0.2.1" }, 20,
	},
	"bookings with one e-mail address": {
		`mutation { appointmentBook(input: {customer: {name: "", email: "$account", locale: DE}, idempotencyKey: "x"}) { userErrors { code } } }`,
		func(int) string { return "carla@kunde.example" }, func(i int) string { return fmt.Sprintf("192.0.2.%d", i) }, 10,
	},
	"links for one account": {
		`mutation { passwordResetRequest(input: {email: "$account"}) { userErrors { code } } }`,
		func(int) string { return "nobody@salon.example" }, func(i int) string { return fmt.Sprintf("192.0.2.%d", i) }, 3,
	},
}

func TestWhoAsksTooOftenIsToldToWait(t *testing.T) {
	t.Parallel()
	for name, rate := range rates {
		t.Run(name, func(t *testing.T) {
			s := limitedSalon(t)
			for i := range rate.granted + 2 {
				a := s.Ask(strings.ReplaceAll(rate.operation, "$account", rate.account(i)), nil, "X-Client-Address", rate.address(i))
				if i < rate.granted {
					if len(a.Errors) > 0 {
						t.Fatalf("the %d. is refused: %v", i+1, a.Errors)
					}
					continue
				}
				if len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "RATE_LIMITED" || a.Errors[0].Extensions["retryAfterSeconds"].(float64) < 1 {
					t.Errorf("the %d. is answered %v %v", i+1, a.Data, a.Errors)
				}
			}
			if a := s.Ask(strings.ReplaceAll(rate.operation, "$account", "somebody@else.example"), nil, "X-Client-Address", "198.51.100.1"); len(a.Errors) > 0 {
				t.Errorf("somebody else is refused: %v", a.Errors)
			}
		})
	}
}

// TestMutationsAreCountedOverEveryTransport requests the granted number of sign-ins in one document, over SSE and over a
// WebSocket, and one more.
func TestMutationsAreCountedOverEveryTransport(t *testing.T) {
	t.Parallel()
	const one = `signIn(input: {email: \"%d@salon.example\", password: \"wrong\"}) { userErrors { code } }`
	several := func(from, count int) string {
		fields := make([]string, count)
		for i := range fields {
			fields[i] = fmt.Sprintf("a%d: "+one, i, from+i)
		}
		return `{"query":"mutation { ` + strings.Join(fields, " ") + ` }"}`
	}
	for name, ask := range map[string]func(t *testing.T, s *harness.Server, body string) string{
		"HTTP": func(t *testing.T, s *harness.Server, body string) string { return post(t, s, "application/json", body) },
		"SSE": func(t *testing.T, s *harness.Server, body string) string {
			return post(t, s, "text/event-stream", body)
		},
		"WebSocket": func(t *testing.T, s *harness.Server, body string) string {
			socket, _, err := websocket.Dial(t.Context(), "ws://"+s.Addr+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
			if err != nil {
				t.Fatal(err)
			}
			defer socket.CloseNow()
			for _, message := range []string{`{"type":"connection_init"}`, `{"type":"subscribe","id":"1","payload":` + body + `}`} {
				if err := socket.Write(t.Context(), websocket.MessageText, []byte(message)); err != nil {
					t.Fatal(err)
				}
			}
			var received strings.Builder
			for range 2 {
				_, text, err := socket.Read(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				received.Write(text)
			}
			return received.String()
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := limitedSalon(t)
			if said := ask(t, s, several(0, 20)); strings.Contains(said, "RATE_LIMITED") {
				t.Errorf("20 sign-ins are answered %s", said)
			}
			if said := post(t, s, "application/json", several(20, 1)); !strings.Contains(said, "RATE_LIMITED") {
				t.Errorf("one more is answered %s", said)
			}
		})
	}
}

func post(t *testing.T, s *harness.Server, accept, body string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+s.Addr+"/graphql", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", accept)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Signed-in people have limits of their own, because a whole salon may share one client address.
func TestStaffDoNotUseUpTheLimitOfTheirClients(t *testing.T) {
	t.Parallel()
	clients := limitedSalon(t)
	anna := clients.SignedIn("anna@salon.example", "visavis-demo")
	hold := rates["holds from one address"]
	for range hold.granted {
		anna.Query(hold.operation, nil)
	}
	if a := anna.Ask(hold.operation, nil); len(a.Errors) == 0 {
		t.Error("staff have no limit")
	}
	clients.Query(hold.operation, nil)
}

// Signing in does not lift the limits on guessing.
func TestStaffGuessNoOftenerThanOthers(t *testing.T) {
	t.Parallel()
	s := limitedSalon(t)
	ben := s.SignedIn("ben@salon.example", "visavis-demo")
	rate := rates["sign-in from one address"]
	granted := 0
	for i := range 2 * rate.granted {
		if a := ben.Ask(strings.ReplaceAll(rate.operation, "$account", rate.account(i)), nil); len(a.Errors) == 0 {
			granted++
		}
	}
	if granted >= rate.granted { // his sign-in counts
		t.Errorf("%d sign-ins of a member of staff are granted", granted)
	}
}

// A booking without an email address is refused for that reason, and does not count for other customers.
func TestWhoForgetsTheAddressIsInNobodysWay(t *testing.T) {
	t.Parallel()
	s := limitedSalon(t)
	rate := rates["bookings with one e-mail address"]
	for i := range 2 * rate.granted {
		a := s.Ask(strings.ReplaceAll(rate.operation, "$account", ""), nil, "X-Client-Address", rate.address(i))
		if len(a.Errors) > 0 {
			t.Fatalf("the %d. is refused: %v", i+1, a.Errors)
		}
	}
}
