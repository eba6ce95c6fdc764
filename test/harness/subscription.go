package harness

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// Subscription is a subscription to a branch's changes over a WebSocket.
type Subscription struct {
	T        testing.TB
	Socket   *websocket.Conn
	Received *Buffer
	LastID   string
}

type Message struct {
	Type    string `json:"type"`
	ID      string `json:"id,omitempty"`
	Payload any    `json:"payload,omitempty"`
}

// SubscribeToChanges subscribes to the changes after the one with the ID.
func (s *Server) SubscribeToChanges(branchID, after string) *Subscription {
	s.T.Helper()
	return s.Subscribe(`subscription($branch: ID!, $after: ID) { scheduleChanged(branchId: $branch, after: $after) {
		id kind staff { displayName } firstDate lastDate } }`, Variables{"branch": branchID, "after": after})
}

// SubscribeTo subscribes to a field of a branch, from now on.
func (s *Server) SubscribeTo(field, selection, branchID string) *Subscription {
	s.T.Helper()
	return s.Subscribe("subscription($branch: ID!, $after: ID) { "+field+"(branchId: $branch, after: $after) { "+selection+" } }",
		Variables{"branch": branchID, "after": s.LastChange(branchID)})
}

func (s *Server) Subscribe(operation string, v Variables) *Subscription {
	s.T.Helper()
	l := s.Connect(nil)
	l.Send(Message{Type: "subscribe", ID: "changes", Payload: map[string]any{"query": operation, "variables": v}})
	return l
}

// Connect opens a WebSocket and initializes the connection with the payload.
func (s *Server) Connect(payload any) *Subscription {
	s.T.Helper()
	ctx, cancel := context.WithTimeout(s.T.Context(), Patience)
	defer cancel()
	socket, _, err := websocket.Dial(ctx, "ws://"+s.Addr+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: s.Header})
	if err != nil {
		s.T.Fatal(err)
	}
	s.T.Cleanup(func() { _ = socket.CloseNow() })
	l := &Subscription{T: s.T, Socket: socket, Received: s.Received}
	l.Send(Message{Type: "connection_init", Payload: payload})
	if m := l.Receive(); m.Type != "connection_ack" {
		s.T.Fatalf("the socket answers %+v", m)
	}
	return l
}

func (l *Subscription) Send(m Message) {
	l.T.Helper()
	if err := wsjson.Write(l.T.Context(), l.Socket, m); err != nil {
		l.T.Fatal(err)
	}
}

func (l *Subscription) Receive() Message {
	l.T.Helper()
	ctx, cancel := context.WithTimeout(l.T.Context(), Patience)
	defer cancel()
	for {
		_, text, err := l.Socket.Read(ctx)
		if err != nil {
			l.T.Fatal("the socket: ", err)
		}
		_, _ = l.Received.Write(text)
		var m Message
		if err := json.Unmarshal(text, &m); err != nil {
			l.T.Fatal("the socket: ", err)
		}
		if m.Type != "ping" {
			return m
		}
		l.Send(Message{Type: "pong"})
	}
}

// NextEvent waits for the next event and returns the subscribed field.
func (l *Subscription) NextEvent() map[string]any {
	l.T.Helper()
	m := l.Receive()
	if m.Type != "next" {
		l.T.Fatalf("the subscription answers %+v", m)
	}
	for _, field := range m.Payload.(map[string]any)["data"].(map[string]any) {
		return field.(map[string]any)
	}
	return nil
}

// NextChange waits for the next change and returns it as a line.
func (l *Subscription) NextChange() string {
	l.T.Helper()
	change := l.NextEvent()
	l.LastID = change["id"].(string)
	line := change["kind"].(string)
	for _, staff := range List(change["staff"]) {
		line += " " + staff["displayName"].(string)
	}
	for _, date := range []string{"firstDate", "lastDate"} {
		if change[date] != nil {
			line += " " + change[date].(string)
		}
	}
	return line
}

// ExpectChange compares the next change with a line.
func (l *Subscription) ExpectChange(want string) {
	l.T.Helper()
	if got := l.NextChange(); got != want {
		l.T.Errorf("the subscription reports %q, want %q", got, want)
	}
}

// LastChange returns the ID of the last change of a branch.
func (s *Server) LastChange(branchID string) string {
	s.T.Helper()
	data := s.Query(`query($id: ID!) { branch(id: $id) { lastChangeId } }`, Variables{"id": branchID})
	return data["branch"].(map[string]any)["lastChangeId"].(string)
}
