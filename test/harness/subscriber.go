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

// A Subscriber hears of every change of a branch, if need be from one replica after the other: each goes on behind the last
// change that it knows.
type Subscriber struct {
	t      testing.TB
	branch string
	header http.Header       // nil: nobody, who is told no more than that there is a change
	heard  func(kind string) // may be nil
	Last   atomic.Int64
	Moves  atomic.Int64 // to another replica
	Missed atomic.Int64
}

// Follow begins after a change. The replicas are asked for again whenever one is gone.
func Follow(t testing.TB, branch string, after int64, as http.Header, replica func(try int) (addr string), heard func(kind string)) *Subscriber {
	f := &Subscriber{t: t, branch: branch, header: as, heard: heard}
	f.Last.Store(after)
	ctx, leave := context.WithCancel(t.Context())
	var following sync.WaitGroup
	following.Go(func() {
		for try := 0; ctx.Err() == nil; try++ {
			if f.hear(ctx, replica(try)) {
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

// hear reads from one replica until that ends, and tells whether it has said anything.
func (f *Subscriber) hear(ctx context.Context, addr string) (said bool) {
	socket, _, err := websocket.Dial(ctx, "ws://"+addr+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: f.header})
	if err != nil {
		return false
	}
	told := "id"
	if f.header != nil {
		told = "id kind"
	}
	defer func() { _ = socket.CloseNow() }() // whoever follows on the other side notices
	for _, m := range []Message{
		{Type: "connection_init"},
		{Type: "subscribe", ID: "changes", Payload: map[string]any{
			"query":     `subscription($branch: ID!, $after: ID) { scheduleChanged(branchId: $branch, after: $after) { ` + told + ` } }`,
			"variables": Variables{"branch": f.branch, "after": f.place() + strconv.FormatInt(f.Last.Load(), 10)},
		}},
	} {
		if wsjson.Write(ctx, socket, m) != nil {
			return false
		}
	}
	for {
		_, text, err := socket.Read(ctx)
		if err != nil {
			return said
		}
		switch goesOn, err := f.take(text); {
		case err != nil:
			f.t.Error(err)
			return said
		case !goesOn:
			return said
		}
		said = true
	}
}

// place is what stands before the number in the ID of a change.
func (f *Subscriber) place() string { return "chg_" + strings.TrimPrefix(f.branch, "brn_") + "." }

// take notes what a replica says, and tells whether it will say more.
func (f *Subscriber) take(text []byte) (goesOn bool, err error) {
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
	sequence, err := strconv.ParseInt(strings.TrimPrefix(change.ID, f.place()), 10, 64)
	if err != nil {
		return false, err
	}
	if change.Kind == "RESYNC" || sequence != f.Last.Load()+1 {
		f.Missed.Add(1)
		err = fmt.Errorf("a follower hears of %s %d after %d", change.Kind, sequence, f.Last.Load())
	}
	f.Last.Store(sequence)
	if f.heard != nil {
		f.heard(change.Kind)
	}
	return true, err
}
