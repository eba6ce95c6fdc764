package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"

	"visavis/internal/civil"
	"visavis/internal/config"
)

// monday is when all tests of a running server happen: 2026-11-23, 09:00 in Berlin.
var monday = civil.InstantOf(time.Date(2026, time.November, 23, 8, 0, 0, 0, time.UTC))

// salonServer is a whole running server, seen by a client.
type salonServer struct {
	t    testing.TB
	addr string
	log  *journal
	out  *journal     // what it has printed
	said *journal     // every answer of the API, and every event
	as   http.Header  // what tells who asks
	stop func() error // ends the server and gives what run returns
}

// startServer runs the server on a database until the end of the test. Whoever asks it
// is signed in as the owner.
func startServer(t testing.TB, c config.Config) *salonServer {
	t.Helper()
	s := startClosedServer(t, c)
	if c.Demo {
		return s.signedIn("anna@salon.example", "visavis-demo")
	}
	return s.becomeOwner()
}

// startClosedServer is the same, and nobody is signed in.
func startClosedServer(t testing.TB, c config.Config) *salonServer {
	t.Helper()
	return startServerBy(t, c, func() civil.Instant { return monday })
}

// startServerBy is the same by another clock.
func startServerBy(t testing.TB, c config.Config, clock civil.Clock) *salonServer {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	addr, ended := make(chan net.Addr, 1), make(chan error, 1)
	s := &salonServer{t: t, log: &journal{}, out: &journal{}, said: &journal{}}
	c.Addr = "127.0.0.1:0"
	go func() {
		ended <- run(ctx, c, environment{
			out: s.out, log: s.log,
			clock: clock,
			ready: func(a net.Addr) { addr <- a },
		})
	}()
	s.stop = sync.OnceValue(func() error { cancel(); return <-ended })
	t.Cleanup(func() {
		if err := s.stop(); err != nil {
			t.Error("the server ended with:", err)
		}
	})
	select {
	case a := <-addr:
		s.addr = a.String()
	case err := <-ended:
		t.Fatal("the server cannot start:", err)
	}
	return s
}

// journal is the server's log.
type journal struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (j *journal) Write(line []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.Write(line)
}

func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.String()
}

type variables map[string]any

// answer is what GraphQL answers.
type answer struct {
	Cookies []*http.Cookie `json:"-"`
	Data    map[string]any
	Errors  []struct {
		Message    string
		Extensions map[string]any
	}
}

// ask sends an operation and gives the whole answer.
func (s *salonServer) ask(operation string, v variables, headers ...string) answer {
	s.t.Helper()
	body, err := json.Marshal(map[string]any{"query": operation, "variables": v})
	if err != nil {
		s.t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, "http://"+s.addr+"/graphql", bytes.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	for name := range s.as {
		request.Header.Set(name, s.as.Get(name))
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			request.Host = headers[i+1]
		}
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		s.t.Fatal(err)
	}
	defer response.Body.Close()
	a := answer{Cookies: response.Cookies()}
	if err := json.NewDecoder(io.TeeReader(response.Body, s.said)).Decode(&a); err != nil {
		s.t.Fatal(err)
	}
	return a
}

// query asks and expects no error.
func (s *salonServer) query(operation string, v variables) map[string]any {
	s.t.Helper()
	a := s.ask(operation, v)
	if len(a.Errors) > 0 {
		s.t.Fatalf("%s\nanswers %+v", operation, a.Errors)
	}
	return a.Data
}

// mutate runs one mutation with an input, expects no user error, and gives the
// field of the payload that is asked for.
func (s *salonServer) mutate(name, selection string, input variables) any {
	s.t.Helper()
	inputType := strings.ToUpper(name[:1]) + name[1:] + "Input!"
	data := s.query("mutation($input: "+inputType+") { "+name+"(input: $input) { "+selection+" userErrors { code field message } } }",
		variables{"input": input})
	payload := data[name].(map[string]any)
	if wrong := payload["userErrors"].([]any); len(wrong) > 0 {
		s.t.Fatalf("%s: %v", name, wrong)
	}
	field, _, _ := strings.Cut(selection, " ")
	return payload[field]
}

// create runs a mutation and gives the ID of what it made.
func (s *salonServer) create(name, field string, input variables) string {
	s.t.Helper()
	return s.mutate(name, field+" { id }", input).(map[string]any)["id"].(string)
}

// bookable tells what can be booked from Monday to Sunday, a line per service,
// profile and day, by the clock of Berlin.
func (s *salonServer) bookable(query, branchID string) string {
	s.t.Helper()
	data := s.query(`query($branch: ID!) { starts: `+query+`(branchId: $branch, from: "2026-11-23", to: "2026-11-29") {
		service { name } staff { displayName } days { date starts } } }`, variables{"branch": branchID})
	berlin, err := civil.LoadZone("Europe/Berlin")
	if err != nil {
		s.t.Fatal(err)
	}
	var lines []string
	for _, offer := range list(data["starts"]) {
		for _, day := range list(offer["days"]) {
			line := offer["service"].(map[string]any)["name"].(string) + " · " +
				offer["staff"].(map[string]any)["displayName"].(string) + " · " + day["date"].(string) + " ·"
			for _, start := range day["starts"].([]any) {
				at, err := civil.ParseInstant(start.(string))
				if err != nil {
					s.t.Fatal(err)
				}
				line += " " + berlin.Local(at).Format("15:04")
			}
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func list(value any) []map[string]any {
	var elements []map[string]any
	for _, element := range value.([]any) {
		elements = append(elements, element.(map[string]any))
	}
	return elements
}

// expect compares what can be booked by video and in the salon.
func (s *salonServer) expect(branchID, step string, video, inSalon []string) {
	s.t.Helper()
	if got, want := s.bookable("bookableVideoConsultations", branchID), strings.Join(video, "\n"); got != want {
		s.t.Errorf("%s: by video\n%s\nwant\n%s", step, got, want)
	}
	if got, want := s.bookable("bookableSalonVisits", branchID), strings.Join(inSalon, "\n"); got != want {
		s.t.Errorf("%s: in the salon\n%s\nwant\n%s", step, got, want)
	}
}

// listener is a subscription to a branch's changes over a WebSocket.
type listener struct {
	t      testing.TB
	socket *websocket.Conn
	said   *journal
	lastID string
}

type message struct {
	Type    string `json:"type"`
	ID      string `json:"id,omitempty"`
	Payload any    `json:"payload,omitempty"`
}

// patience is how long a test waits for what must come.
const patience = 20 * time.Second

// listen subscribes to the changes after a place.
func (s *salonServer) listen(branchID, after string) *listener {
	s.t.Helper()
	return s.subscribe(`subscription($branch: ID!, $after: ID) { scheduleChanged(branchId: $branch, after: $after) {
		id kind staff { displayName } firstDate lastDate } }`, variables{"branch": branchID, "after": after})
}

// listenTo subscribes to what a field tells of a branch from now on.
func (s *salonServer) listenTo(field, selection, branchID string) *listener {
	s.t.Helper()
	return s.subscribe("subscription($branch: ID!, $after: ID) { "+field+"(branchId: $branch, after: $after) { "+selection+" } }",
		variables{"branch": branchID, "after": s.lastChange(branchID)})
}

func (s *salonServer) subscribe(operation string, v variables) *listener {
	s.t.Helper()
	l := s.connect(nil)
	l.send(message{Type: "subscribe", ID: "changes", Payload: map[string]any{"query": operation, "variables": v}})
	return l
}

// connect opens a socket.
func (s *salonServer) connect(payload any) *listener {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), patience)
	defer cancel()
	socket, _, err := websocket.Dial(ctx, "ws://"+s.addr+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: s.as})
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = socket.CloseNow() })
	l := &listener{t: s.t, socket: socket, said: s.said}
	l.send(message{Type: "connection_init", Payload: payload})
	if m := l.receive(); m.Type != "connection_ack" {
		s.t.Fatalf("the socket answers %+v", m)
	}
	return l
}

func (l *listener) send(m message) {
	l.t.Helper()
	if err := wsjson.Write(l.t.Context(), l.socket, m); err != nil {
		l.t.Fatal(err)
	}
}

func (l *listener) receive() message {
	l.t.Helper()
	ctx, cancel := context.WithTimeout(l.t.Context(), patience)
	defer cancel()
	for {
		_, text, err := l.socket.Read(ctx)
		if err != nil {
			l.t.Fatal("the socket: ", err)
		}
		_, _ = l.said.Write(text)
		var m message
		if err := json.Unmarshal(text, &m); err != nil {
			l.t.Fatal("the socket: ", err)
		}
		if m.Type != "ping" {
			return m
		}
		l.send(message{Type: "pong"})
	}
}

// event waits for the next event and gives what the subscribed field tells.
func (l *listener) event() map[string]any {
	l.t.Helper()
	m := l.receive()
	if m.Type != "next" {
		l.t.Fatalf("the subscription answers %+v", m)
	}
	for _, field := range m.Payload.(map[string]any)["data"].(map[string]any) {
		return field.(map[string]any)
	}
	return nil
}

// heard waits for the next change and tells it in a line.
func (l *listener) heard() string {
	l.t.Helper()
	change := l.event()
	l.lastID = change["id"].(string)
	line := change["kind"].(string)
	for _, staff := range list(change["staff"]) {
		line += " " + staff["displayName"].(string)
	}
	for _, date := range []string{"firstDate", "lastDate"} {
		if change[date] != nil {
			line += " " + change[date].(string)
		}
	}
	return line
}

// hears expects the next change.
func (l *listener) hears(want string) {
	l.t.Helper()
	if got := l.heard(); got != want {
		l.t.Errorf("the subscription reports %q, want %q", got, want)
	}
}

// lastChange gives the place from which on a reader of now must listen.
func (s *salonServer) lastChange(branchID string) string {
	s.t.Helper()
	data := s.query(`query($id: ID!) { branch(id: $id) { lastChangeId } }`, variables{"id": branchID})
	return data["branch"].(map[string]any)["lastChangeId"].(string)
}
