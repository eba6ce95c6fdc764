// Package audience is many who follow the changes of one branch, each over a socket of their own.
package audience

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// Audience follows the changes of a branch until it leaves.
type Audience struct {
	sockets []*websocket.Conn
	ended   sync.WaitGroup
	heard   atomic.Int64
	missed  atomic.Int64
	news    chan struct{} // a change, once for each who hears of it
}

const subscription = `subscription($branch: ID!, $after: ID!) { scheduleChanged(branchId: $branch, after: $after) { id } }`

type message struct {
	Type    string         `json:"type"`
	ID      string         `json:"id,omitempty"`
	Payload map[string]any `json:"payload,omitempty"`
}

// Gather opens the sockets at a server such as http://127.0.0.1:8080. All hear of whatever comes after the change, which is
// the branch's newest.
func Gather(ctx context.Context, origin, branchID, after string, count int) (*Audience, error) {
	a := &Audience{news: make(chan struct{}, 4*count+1)}
	for range count {
		if err := a.join(ctx, origin, branchID, after); err != nil {
			a.Leave()
			return nil, fmt.Errorf("cannot open a WebSocket beside %d others: %w", len(a.sockets), err)
		}
	}
	return a, nil
}

func (a *Audience) join(ctx context.Context, origin, branchID, after string) error {
	url := "ws" + strings.TrimPrefix(origin, "http") + "/graphql"
	socket, _, err := websocket.Dial(ctx, url, &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		return err
	}
	a.sockets = append(a.sockets, socket)
	for _, m := range []message{
		{Type: "connection_init"},
		{Type: "subscribe", ID: "1", Payload: map[string]any{"query": subscription, "variables": map[string]any{"branch": branchID, "after": after}}},
	} {
		if err := wsjson.Write(ctx, socket, m); err != nil {
			return err
		}
	}
	a.ended.Go(func() { a.follow(ctx, socket, numberOf(after)) })
	return nil
}

// follow counts what one hears, and what one should have heard.
func (a *Audience) follow(ctx context.Context, socket *websocket.Conn, last int64) {
	for {
		var m message
		if err := wsjson.Read(ctx, socket, &m); err != nil {
			return
		}
		switch m.Type {
		case "ping":
			_ = wsjson.Write(ctx, socket, message{Type: "pong"}) // whoever cannot write reads an error next
		case "next":
			number := numberOf(changeID(m))
			if number > last+1 {
				a.missed.Add(number - last - 1)
			}
			last = number
			a.heard.Add(1)
			select {
			case a.news <- struct{}{}:
			default: // nobody times this one
			}
		}
	}
}

func changeID(m message) string {
	data, _ := m.Payload["data"].(map[string]any)
	change, _ := data["scheduleChanged"].(map[string]any)
	id, _ := change["id"].(string)
	return id
}

// numberOf gives the number of a change, which its ID ends with.
func numberOf(changeID string) int64 {
	number, _ := strconv.ParseInt(changeID[strings.LastIndex(changeID, ".")+1:], 10, 64)
	return number
}

// Time has one change made, and gives how long it took from its request until all had heard of it.
func (a *Audience) Time(change func() error) (time.Duration, error) {
	a.drain()
	began := time.Now()
	if err := change(); err != nil {
		return 0, err
	}
	patience := time.After(20 * time.Second)
	for heard := range a.sockets {
		select {
		case <-a.news:
		case <-patience:
			return 0, fmt.Errorf("only %d of %d subscribers received a change within twenty seconds", heard, len(a.sockets))
		}
	}
	return time.Since(began), nil
}

// drain forgets what was heard before, until it has been quiet for a while.
func (a *Audience) drain() {
	for {
		select {
		case <-a.news:
		case <-time.After(200 * time.Millisecond):
			return
		}
	}
}

// Count tells how many events were heard by all together, and how many were missed.
func (a *Audience) Count() (heard, missed int64) { return a.heard.Load(), a.missed.Load() }

// Leave closes all sockets, and waits until they are.
func (a *Audience) Leave() {
	for _, socket := range a.sockets {
		_ = socket.CloseNow()
	}
	a.ended.Wait()
}
