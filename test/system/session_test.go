package system

import (
	"bufio"
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/coder/websocket"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

const whoAmI = "{ me { role signedInBy profile { displayName } } }"

func newStaffedSalon(t *testing.T) *harness.Server {
	t.Helper()
	return harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true})
}

// whoActs returns name, role and way of sign-in of the current session.
func whoActs(s *harness.Server) string {
	s.T.Helper()
	me, signedIn := s.Query(whoAmI, nil)["me"].(map[string]any)
	if !signedIn {
		return "anyone"
	}
	return me["profile"].(map[string]any)["displayName"].(string) + " " + me["role"].(string) + " " + me["signedInBy"].(string)
}

func expectWho(s *harness.Server, step, want string) {
	s.T.Helper()
	if got := whoActs(s); got != want {
		s.T.Errorf("%s: %s, want %s", step, got, want)
	}
}

func TestASessionIsACookieThatNoScriptReads(t *testing.T) {
	t.Parallel()
	s := newStaffedSalon(t)
	a := s.SignedOut().Ask(harness.SignIn, harness.Variables{"input": harness.Variables{"email": "clara@salon.example", "password": "visavis-demo"}})
	first := a.Cookies[0]
	if first.Name != "visavis_session" || !first.HttpOnly || first.SameSite != http.SameSiteStrictMode || len(first.Value) < 26 {
		t.Errorf("the cookie is %v", first)
	}
	clara := s.WithCookies(first)
	expectWho(clara, "signed in", "Clara MANAGER PASSWORD")
	again := s.SignedIn("clara@salon.example", "visavis-demo")
	if again.Header.Get("Cookie") == clara.Header.Get("Cookie") {
		t.Error("two sessions have one secret")
	}
	out := clara.Ask(`mutation { signOut(input: {}) { userErrors { code } } }`, nil)
	if len(out.Cookies) != 1 || out.Cookies[0].MaxAge >= 0 {
		t.Errorf("the browser keeps %v", out.Cookies)
	}
	expectWho(clara, "signed out, with the cookie kept", "anyone")
	expectWho(again, "signed in elsewhere", "Clara MANAGER PASSWORD")
	expectWho(s.SignedOut().WithCookies(&http.Cookie{Name: "visavis_session", Value: "GUESS"}), "with a guess", "anyone")
}

func TestANewPasswordEndsTheOtherSessions(t *testing.T) {
	t.Parallel()
	s := newStaffedSalon(t)
	here, there := s.SignedIn("clara@salon.example", "visavis-demo"), s.SignedIn("clara@salon.example", "visavis-demo")
	here.Mutate("passwordChange", "userErrors { code }", harness.Variables{"currentPassword": "visavis-demo", "newPassword": "three quiet words"})
	expectWho(here, "who has changed it", "Clara MANAGER PASSWORD")
	expectWho(there, "everywhere else", "anyone")
	expectWho(s.SignedIn("clara@salon.example", "three quiet words"), "with the new one", "Clara MANAGER PASSWORD")
}

// expectClosed waits until the server closes the WebSocket.
func expectClosed(l *harness.Subscription, want websocket.StatusCode) {
	l.T.Helper()
	ctx, cancel := context.WithTimeout(l.T.Context(), harness.Patience)
	defer cancel()
	for {
		if _, _, err := l.Socket.Read(ctx); err != nil {
			if got := websocket.CloseStatus(err); got != want {
				l.T.Errorf("the socket is closed with %d, want %d", got, want)
			}
			return
		}
	}
}

func TestOpenSocketsEndWithTheSession(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(s, clara *harness.Server){
		"signed out": func(_, clara *harness.Server) { clara.Mutate("signOut", "userErrors { code }", harness.Variables{}) },
		"the password is changed elsewhere": func(s, _ *harness.Server) {
			s.Mutate("staffAccessSet", "staff { id }", harness.Variables{"staffId": "stf_demo-clara", "password": "three quiet words"})
		},
		"archived": func(s, _ *harness.Server) {
			s.Mutate("staffArchive", "staff { id }", harness.Variables{"id": "stf_demo-clara"})
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStaffedSalon(t)
			clara := s.SignedIn("clara@salon.example", "visavis-demo")
			hers := clara.SubscribeToChanges("brn_demo-mitte", clara.LastChange("brn_demo-mitte"))
			others := s.SubscribeToChanges("brn_demo-mitte", s.LastChange("brn_demo-mitte"))
			end(s, clara)
			expectClosed(hers, 4401)
			s.Mutate("staffVideoLinkRemove", "staff { id }", harness.Variables{"staffId": "stf_demo-anna"})
			for others.NextChange() != "VIDEO_LINK Anna" { // other sockets stay open
			}
		})
	}
}

func TestOpenStreamsEndWithTheSession(t *testing.T) {
	t.Parallel()
	s := newStaffedSalon(t)
	clara := s.SignedIn("clara@salon.example", "visavis-demo")
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+s.Addr+"/graphql",
		strings.NewReader(`{"query":"subscription { appointmentChanged(branchId: \"brn_demo-mitte\") { kind } }"}`))
	if err != nil {
		t.Fatal(err)
	}
	request.Header = clara.Header.Clone()
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	clara.Mutate("signOut", "userErrors { code }", harness.Variables{})
	var said []string
	for lines := bufio.NewScanner(response.Body); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "event: ") || strings.HasPrefix(lines.Text(), "data: {") {
			said = append(said, lines.Text())
		}
	}
	if len(said) != 3 || said[0] != "event: next" || !strings.Contains(said[1], "UNAUTHENTICATED") || said[2] != "event: complete" {
		t.Errorf("the stream says %q", said)
	}
}

// A manager who is demoted receives the next event as a member.
func TestEveryEventIsForWhoeverOneIsByThen(t *testing.T) {
	t.Parallel()
	s := newStaffedSalon(t)
	start := harness.Variables{
		"branchId": "brn_demo-mitte", "serviceId": "svc_demo-video-colour", "staffId": "stf_demo-anna", "start": "2026-11-24T09:00:00Z",
		"customer": harness.Variables{"name": "Dora", "email": "dora@kunde.example", "locale": "DE"},
	}
	id := idOf(s.Mutate("appointmentBookByStaff", "appointment { id }", start))
	clara := s.SignedIn("clara@salon.example", "visavis-demo")
	changes := clara.SubscribeTo("appointmentChanged", "id appointment { customer { email } }", "brn_demo-mitte")
	s.Mutate("appointmentMove", "appointment { id }", harness.Variables{"id": id, "start": "2026-11-24T10:00:00Z"})
	if seen := changes.NextEvent(); seen["appointment"] == nil {
		t.Errorf("a manager hears %v", seen)
	}
	s.Mutate("staffRoleSet", "staff { id }", harness.Variables{"id": "stf_demo-clara", "role": "MEMBER"})
	expectWho(clara, "afterwards", "Clara MEMBER PASSWORD")
	s.Mutate("appointmentMove", "appointment { id }", harness.Variables{"id": id, "start": "2026-11-24T11:00:00Z"})
	start["staffId"], start["serviceId"], start["customer"] = "stf_demo-clara", "svc_demo-cut", harness.Variables{"name": "Emil", "email": "emil@kunde.example", "locale": "DE"}
	s.Mutate("appointmentBookByStaff", "appointment { id }", start)
	seen := changes.NextEvent()
	if own, told := seen["appointment"].(map[string]any); !told || own["customer"].(map[string]any)["email"] != "emil@kunde.example" {
		t.Errorf("a member hears %v before their own", seen)
	}
}

func TestSignInNeedsAPostOfThisMachineOrByTLS(t *testing.T) {
	t.Parallel()
	input := harness.Variables{"input": harness.Variables{"email": "clara@salon.example", "password": "visavis-demo"}}
	s := harness.StartSignedOut(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, PublicURL: "http://salon.example"})
	request := func(host string) harness.Answer { return s.Ask(harness.SignIn, input, "Host", host) }
	if a := request("salon.example"); len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "ENCRYPTION_REQUIRED" || len(a.Cookies) != 0 {
		t.Errorf("in the clear it is answered %v %v", a.Errors, a.Cookies)
	}
	if a := request("localhost"); len(a.Errors) != 0 || len(a.Cookies) != 2 {
		t.Errorf("on this machine it is answered %v %v", a.Errors, a.Cookies)
	}
	s = harness.StartSignedOut(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, PublicURL: "https://salon.example"})
	a := request("salon.example")
	if len(a.Cookies) != 2 || a.Cookies[0].Name != "__Host-visavis_session" || !a.Cookies[0].Secure || a.Cookies[0].Path != "/" || a.Cookies[0].Domain != "" {
		t.Errorf("by TLS it is answered %v %v", a.Errors, a.Cookies)
	}
	l := s.Subscribe(harness.SignIn, input)
	if m := l.Receive(); !strings.Contains(m.Type, "next") || !strings.Contains(l.Received.String(), "POST_REQUIRED") {
		t.Errorf("over a socket it is answered %v", m)
	}
}

func TestProgramsSignInByToken(t *testing.T) {
	t.Parallel()
	s := newStaffedSalon(t)
	program := s.WithToken("MEMBER")
	expectWho(program, "a program", "Anna MEMBER TOKEN")
	if a := program.Ask("{ staff { nodes { id } } }", nil); len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "FORBIDDEN" {
		t.Errorf("a member's program sees %v %v", a.Data, a.Errors)
	}
	wrong := s.SignedOut()
	wrong.Header = http.Header{"Authorization": {"Bearer visavis_GUESS"}}
	if a := wrong.Ask("{ branches { nodes { id } } }", nil); len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "TOKEN_INVALID" {
		t.Errorf("with a guess one sees %v %v", a.Data, a.Errors)
	}
	for _, name := range []string{"authorization", "Authorization", "AUTHORIZATION"} {
		socket, _, err := websocket.Dial(t.Context(), "ws://"+s.Addr+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
		if err != nil {
			t.Fatal(err)
		}
		l := &harness.Subscription{T: t, Socket: socket, Received: s.Received}
		l.Send(harness.Message{Type: "connection_init", Payload: harness.Variables{name: "Bearer visavis_GUESS"}})
		expectClosed(l, 4403)
	}
	l := s.SignedOut().Connect(harness.Variables{"Authorization": program.Header.Get("Authorization")})
	l.Send(harness.Message{Type: "subscribe", ID: "1", Payload: harness.Variables{"query": `subscription { appointmentChanged(branchId: "brn_demo-mitte", after: "chg_demo-mitte.99") { kind } }`}})
	if got := l.NextEvent()["kind"]; got != "RESYNC" {
		t.Errorf("a program hears %v", got)
	}
	s.Mutate("apiTokenRevoke", "revokedId", harness.Variables{"id": harness.Nodes(s.Query("{ apiTokens { nodes { id } } }", nil)["apiTokens"])[0]["id"]})
	expectClosed(l, 4401)
}
