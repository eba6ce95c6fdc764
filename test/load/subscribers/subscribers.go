// Package subscribers opens many subscriptions to the changes of one branch, each over its own WebSocket.
package subscribers

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

// Subscribers receive the changes of a branch until Close is called.
type Subscribers struct {
	sockets  []*websocket.Conn
	ended    sync.WaitGroup
	received atomic.Int64
	missed   atomic.Int64
	news     chan struct{} // one value for each subscriber that receives a change
}

const subscription = `subscription($branch: ID!, $after: ID!) { scheduleChanged(branchId: $branch, after: $after) { id } }`

type message struct {
	Type    string         `json:"type"`
	ID      string         `json:"id,omitempty"`
	Payload map[string]any `json:"payload,omitempty"`
}

// Open subscribes at a server such as http://127.0.0.1:8080. All receive the changes after the given one, which must be the latest of
// the branch.
func Open(ctx context.Context, origin, branchID, after string, count int) (*Subscribers, error) {
	return OpenMany(ctx, origin, branchID, after, count, 1)
}

// OpenMany does the same with several subscriptions over each socket.
func OpenMany(ctx context.Context, origin, branchID, after string, count, perSocket int) (*Subscribers, error) {
	a := &Subscribers{news: make(chan struct{}, 4*count*perSocket+1)}
	for range count {
		if err := a.join(ctx, origin, branchID, after, perSocket); err != nil {
			a.Close()
			return nil, fmt.Errorf("cannot open a WebSocket beside %d others: %w", len(a.sockets), err)
		}
	}
	return a, nil
}

func (a *Subscribers) join(ctx context.Context, origin, branchID, after string, subscriptions int) error {
	url := "ws" + strings.TrimPrefix(origin, "http") + "/graphql"
	socket, _, err := websocket.Dial(ctx, url, &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
	if err != nil {
		return err
	}
	a.sockets = append(a.sockets, socket)
	messages := []message{{Type: "connection_init"}}
	for i := range subscriptions {
		messages = append(messages, message{Type: "subscribe", ID: strconv.Itoa(i + 1), Payload: map[string]any{
			"query": subscription, "variables": map[string]any{"branch": branchID, "after": after},
		}})
	}
	for _, m := range messages {
		if err := wsjson.Write(ctx, socket, m); err != nil {
			return err
		}
	}
	a.ended.Go(func() { a.follow(ctx, socket, numberOf(after)) })
	return nil
}

// event is a received message, with no more than what is counted, since the load shares the machine with the server.
type event struct {
	Type    string
	Payload struct {
		Data struct {
			ScheduleChanged struct{ ID string }
		}
	}
}

// follow counts the received and the missed changes of one subscriber.
func (a *Subscribers) follow(ctx context.Context, socket *websocket.Conn, last int64) {
	for {
		var m event
		if err := wsjson.Read(ctx, socket, &m); err != nil {
			return
		}
		switch m.Type {
		case "ping":
			_ = wsjson.Write(ctx, socket, message{Type: "pong"}) // if this fails, the next read fails, too
		case "next":
			number := numberOf(m.Payload.Data.ScheduleChanged.ID)
			if number > last+1 {
				a.missed.Add(number - last - 1)
			}
			last = number
			a.received.Add(1)
			select {
			case a.news <- struct{}{}:
			default: // not timed
			}
		}
	}
}

// numberOf returns the number at the end of the ID of a change.
func numberOf(changeID string) int64 {
	number, _ := strconv.ParseInt(changeID[strings.LastIndex(changeID, ".")+1:], 10, 64)
	return number
}

// Time makes one change and returns the time from its request until all subscribers have received it.
func (a *Subscribers) Time(change func() error) (time.Duration, error) {
	a.drain()
	began := time.Now()
	if err := change(); err != nil {
		return 0, err
	}
	patience := time.After(20 * time.Second)
	for received := range a.sockets {
		select {
		case <-a.news:
		case <-patience:
			return 0, fmt.Errorf("only %d of %d subscribers received a change within twenty seconds", received, len(a.sockets))
		}
	}
	return time.Since(began), nil
}

// drain discards received changes until none arrives for a while.
func (a *Subscribers) drain() {
	for {
		select {
		case <-a.news:
		case <-time.After(200 * time.Millisecond):
			return
		}
	}
}

// Count returns the total of received events, and of missed ones.
func (a *Subscribers) Count() (received, missed int64) { return a.received.Load(), a.missed.Load() }

// Close closes all sockets and waits until they are closed.
func (a *Subscribers) Close() {
	for _, socket := range a.sockets {
		_ = socket.CloseNow()
	}
	a.ended.Wait()
}
