package main

import (
	"bufio"
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/coder/websocket"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
)

const whoAmI = "{ me { role signedInBy profile { displayName } } }"

func newStaffedSalon(t *testing.T) *salonServer {
	t.Helper()
	return startServer(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true})
}

// who tells as whom the server sees the browser.
func (s *salonServer) who() string {
	s.t.Helper()
	me, signedIn := s.query(whoAmI, nil)["me"].(map[string]any)
	if !signedIn {
		return "anyone"
	}
	return me["profile"].(map[string]any)["displayName"].(string) + " " + me["role"].(string) + " " + me["signedInBy"].(string)
}

func (s *salonServer) expectWho(step, want string) {
	s.t.Helper()
	if got := s.who(); got != want {
		s.t.Errorf("%s: %s, want %s", step, got, want)
	}
}

func TestASessionIsACookieThatNoScriptReads(t *testing.T) {
	s := newStaffedSalon(t)
	a := s.anyone().ask(signIn, variables{"input": variables{"email": "clara@salon.example", "password": "visavis-demo"}})
	first := a.Cookies[0]
	if first.Name != "visavis_session" || !first.HttpOnly || first.SameSite != http.SameSiteStrictMode || len(first.Value) < 26 {
		t.Errorf("the cookie is %v", first)
	}
	clara := s.with(first)
	clara.expectWho("signed in", "Clara MANAGER PASSWORD")
	again := s.signedIn("clara@salon.example", "visavis-demo")
	if again.as.Get("Cookie") == clara.as.Get("Cookie") {
		t.Error("two sessions have one secret")
	}
	out := clara.ask(`mutation { signOut(input: {}) { userErrors { code } } }`, nil)
	if len(out.Cookies) != 1 || out.Cookies[0].MaxAge >= 0 {
		t.Errorf("the browser keeps %v", out.Cookies)
	}
	clara.expectWho("signed out, with the cookie kept", "anyone")
	again.expectWho("signed in elsewhere", "Clara MANAGER PASSWORD")
	s.anyone().with(&http.Cookie{Name: "visavis_session", Value: "GUESS"}).expectWho("with a guess", "anyone")
}

func TestANewPasswordEndsTheOtherSessions(t *testing.T) {
	s := newStaffedSalon(t)
	here, there := s.signedIn("clara@salon.example", "visavis-demo"), s.signedIn("clara@salon.example", "visavis-demo")
	here.mutate("passwordChange", "userErrors { code }", variables{"currentPassword": "visavis-demo", "newPassword": "three quiet words"})
	here.expectWho("who has changed it", "Clara MANAGER PASSWORD")
	there.expectWho("everywhere else", "anyone")
	s.signedIn("clara@salon.example", "three quiet words").expectWho("with the new one", "Clara MANAGER PASSWORD")
}

// expectClosed waits until the server closes the socket.
func (l *listener) expectClosed(want websocket.StatusCode) {
	l.t.Helper()
	ctx, cancel := context.WithTimeout(l.t.Context(), patience)
	defer cancel()
	for {
		if _, _, err := l.socket.Read(ctx); err != nil {
			if got := websocket.CloseStatus(err); got != want {
				l.t.Errorf("the socket is closed with %d, want %d", got, want)
			}
			return
		}
	}
}

func TestOpenSocketsEndWithTheSession(t *testing.T) {
	for name, end := range map[string]func(s, clara *salonServer){
		"signed out": func(_, clara *salonServer) { clara.mutate("signOut", "userErrors { code }", variables{}) },
		"the password is changed elsewhere": func(s, _ *salonServer) {
			s.mutate("staffAccessSet", "staff { id }", variables{"staffId": "stf_demo-clara", "password": "three quiet words"})
		},
		"archived": func(s, _ *salonServer) { s.mutate("staffArchive", "staff { id }", variables{"id": "stf_demo-clara"}) },
	} {
		t.Run(name, func(t *testing.T) {
			s := newStaffedSalon(t)
			clara := s.signedIn("clara@salon.example", "visavis-demo")
			hers := clara.listen("brn_demo-mitte", clara.lastChange("brn_demo-mitte"))
			others := s.listen("brn_demo-mitte", s.lastChange("brn_demo-mitte"))
			end(s, clara)
			hers.expectClosed(4401)
			s.mutate("staffVideoLinkRemove", "staff { id }", variables{"staffId": "stf_demo-anna"})
			for others.heard() != "VIDEO_LINK Anna" { // other sockets live on
			}
		})
	}
}

func TestOpenStreamsEndWithTheSession(t *testing.T) {
	s := newStaffedSalon(t)
	clara := s.signedIn("clara@salon.example", "visavis-demo")
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+s.addr+"/graphql",
		strings.NewReader(`{"query":"subscription { appointmentChanged(branchId: \"brn_demo-mitte\") { kind } }"}`))
	if err != nil {
		t.Fatal(err)
	}
	request.Header = clara.as.Clone()
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	clara.mutate("signOut", "userErrors { code }", variables{})
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

// Whoever is no manager any more does not see the next event as one.
func TestEveryEventIsForWhoeverOneIsByThen(t *testing.T) {
	s := newStaffedSalon(t)
	start := variables{
		"branchId": "brn_demo-mitte", "serviceId": "svc_demo-video-colour", "staffId": "stf_demo-anna", "start": "2026-11-24T09:00:00Z",
		"customer": variables{"name": "Dora", "email": "dora@kunde.example", "locale": "DE"},
	}
	id := idOf(s.mutate("appointmentBookByStaff", "appointment { id }", start))
	clara := s.signedIn("clara@salon.example", "visavis-demo")
	changes := clara.listenTo("appointmentChanged", "id appointment { customer { email } }", "brn_demo-mitte")
	s.mutate("appointmentMove", "appointment { id }", variables{"id": id, "start": "2026-11-24T10:00:00Z"})
	if seen := changes.event(); seen["appointment"] == nil {
		t.Errorf("a manager hears %v", seen)
	}
	s.mutate("staffUpdate", "staff { id }", variables{"id": "stf_demo-clara", "role": "MEMBER"})
	clara.expectWho("afterwards", "Clara MEMBER PASSWORD")
	s.mutate("appointmentMove", "appointment { id }", variables{"id": id, "start": "2026-11-24T11:00:00Z"})
	start["staffId"], start["serviceId"], start["customer"] = "stf_demo-clara", "svc_demo-cut", variables{"name": "Emil", "email": "emil@kunde.example", "locale": "DE"}
	s.mutate("appointmentBookByStaff", "appointment { id }", start)
	seen := changes.event()
	if own, told := seen["appointment"].(map[string]any); !told || own["customer"].(map[string]any)["email"] != "emil@kunde.example" {
		t.Errorf("a member hears %v before their own", seen)
	}
}

func TestSignInNeedsAPostOfThisMachineOrByTLS(t *testing.T) {
	input := variables{"input": variables{"email": "clara@salon.example", "password": "visavis-demo"}}
	s := startClosedServer(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, PublicURL: "http://salon.example"})
	request := func(host string) answer { return s.ask(signIn, input, "Host", host) }
	if a := request("salon.example"); len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "ENCRYPTION_REQUIRED" || len(a.Cookies) != 0 {
		t.Errorf("in the clear it is answered %v %v", a.Errors, a.Cookies)
	}
	if a := request("localhost"); len(a.Errors) != 0 || len(a.Cookies) != 1 {
		t.Errorf("on this machine it is answered %v %v", a.Errors, a.Cookies)
	}
	s = startClosedServer(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, PublicURL: "https://salon.example"})
	a := request("salon.example")
	if len(a.Cookies) != 1 || a.Cookies[0].Name != "__Host-visavis_session" || !a.Cookies[0].Secure || a.Cookies[0].Path != "/" || a.Cookies[0].Domain != "" {
		t.Errorf("by TLS it is answered %v %v", a.Errors, a.Cookies)
	}
	l := s.subscribe(signIn, input)
	if m := l.receive(); !strings.Contains(m.Type, "next") || !strings.Contains(l.said.String(), "POST_REQUIRED") {
		t.Errorf("over a socket it is answered %v", m)
	}
}

func TestProgramsSignInByToken(t *testing.T) {
	s := newStaffedSalon(t)
	program := s.program("MEMBER")
	program.expectWho("a program", "Anna MEMBER TOKEN")
	if a := program.ask("{ staff { id } }", nil); len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "FORBIDDEN" {
		t.Errorf("a member's program sees %v %v", a.Data, a.Errors)
	}
	wrong := s.anyone()
	wrong.as = http.Header{"Authorization": {"Bearer visavis_GUESS"}}
	if a := wrong.ask("{ branches { id } }", nil); len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "TOKEN_INVALID" {
		t.Errorf("with a guess one sees %v %v", a.Data, a.Errors)
	}
	socket, _, err := websocket.Dial(t.Context(), "ws://"+s.addr+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		t.Fatal(err)
	}
	l := &listener{t: t, socket: socket, said: s.said}
	l.send(message{Type: "connection_init", Payload: variables{"authorization": "Bearer visavis_GUESS"}})
	l.expectClosed(4403)
	l = s.anyone().connect(variables{"authorization": program.as.Get("Authorization")})
	l.send(message{Type: "subscribe", ID: "1", Payload: variables{"query": `subscription { appointmentChanged(branchId: "brn_demo-mitte", after: "chg_demo-mitte.99") { kind } }`}})
	if got := l.event()["kind"]; got != "RESYNC" {
		t.Errorf("a program hears %v", got)
	}
	s.mutate("apiTokenRevoke", "revokedId", variables{"id": list(s.query("{ apiTokens { id } }", nil)["apiTokens"])[0]["id"]})
	l.expectClosed(4401)
}
