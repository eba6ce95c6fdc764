package harness

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// Subscriber receives every change of a branch. When a replica is gone, it resumes at another one after the last change that it
// knows.
type Subscriber struct {
	t        testing.TB
	branch   string
	header   http.Header       // nil: not signed in, events contain only their ID
	received func(kind string) // called for each change; may be nil
	Last     atomic.Int64
	Moves    atomic.Int64 // switches to another replica
	Missed   atomic.Int64
}

// Follow subscribes after a change until the end of the test. It calls replica for an address whenever the connection ends.
func Follow(t testing.TB, branch string, after int64, as http.Header, replica func(try int) (addr string), received func(kind string)) *Subscriber {
	f := &Subscriber{t: t, branch: branch, header: as, received: received}
	f.Last.Store(after)
	ctx, leave := context.WithCancel(t.Context())
	var following sync.WaitGroup
	following.Go(func() {
		for try := 0; ctx.Err() == nil; try++ {
			if f.receive(ctx, replica(try)) {
				f.Moves.Add(1)
			}
		}
	})
	t.Cleanup(func() {
		leave()
		following.Wait()
	})
	return f
}

// receive reads from one replica until the connection ends, and reports whether it has received anything.
func (f *Subscriber) receive(ctx context.Context, addr string) (received bool) {
	socket, _, err := websocket.Dial(ctx, "ws://"+addr+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: f.header})
	if err != nil {
		return false
	}
	fields := "id"
	if f.header != nil {
		fields = "id kind"
	}
	defer func() { _ = socket.CloseNow() }() // the server notices
	for _, m := range []Message{
		{Type: "connection_init"},
		{Type: "subscribe", ID: "changes", Payload: map[string]any{
			"query":     `subscription($branch: ID!, $after: ID) { scheduleChanged(branchId: $branch, after: $after) { ` + fields + ` } }`,
			"variables": Variables{"branch": f.branch, "after": f.prefix() + strconv.FormatInt(f.Last.Load(), 10)},
		}},
	} {
		if wsjson.Write(ctx, socket, m) != nil {
			return false
		}
	}
	for {
		_, text, err := socket.Read(ctx)
		if err != nil {
			return received
		}
		switch more, err := f.take(text); {
		case err != nil:
			f.t.Error(err)
			return received
		case !more:
			return received
		}
		received = true
	}
}

// prefix returns what precedes the number in the ID of a change.
func (f *Subscriber) prefix() string { return "chg_" + strings.TrimPrefix(f.branch, "brn_") + "." }

// take records a message, and reports whether more will follow.
func (f *Subscriber) take(text []byte) (more bool, err error) {
	var m struct {
		Type    string
		Payload json.RawMessage
	}
	if err := json.Unmarshal(text, &m); err != nil {
		return false, err
	}
	if m.Type != "next" {
		return m.Type == "connection_ack" || m.Type == "ping", nil
	}
	var payload struct {
		Data struct{ ScheduleChanged struct{ ID, Kind string } }
	}
	if err := json.Unmarshal(m.Payload, &payload); err != nil {
		return false, err
	}
	change := payload.Data.ScheduleChanged
	sequence, err := strconv.ParseInt(strings.TrimPrefix(change.ID, f.prefix()), 10, 64)
	if err != nil {
		return false, err
	}
	if change.Kind == "RESYNC" || sequence != f.Last.Load()+1 {
		f.Missed.Add(1)
		err = fmt.Errorf("a subscriber receives %s %d after %d", change.Kind, sequence, f.Last.Load())
	}
	f.Last.Store(sequence)
	if f.received != nil {
		f.received(change.Kind)
	}
	return true, err
}
