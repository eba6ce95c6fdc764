package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// audience follows the changes of the branch.
type audience struct {
	sockets []*websocket.Conn
	ended   sync.WaitGroup
	heard   atomic.Int64
	missed  atomic.Int64
	news    chan int64 // the number of a change, once for each who hears it
}

const subscription = `subscription($branch: ID!) { scheduleChanged(branchId: $branch) { id } }`

type message struct {
	Type    string         `json:"type"`
	ID      string         `json:"id,omitempty"`
	Payload map[string]any `json:"payload,omitempty"`
}

// gather opens the sockets, all of which follow the branch when it returns.
func gather(ctx context.Context, origin string, count int) (*audience, error) {
	a := &audience{news: make(chan int64, 4*count+1)}
	for range count {
		socket, _, err := websocket.Dial(ctx, "ws"+strings.TrimPrefix(origin, "http")+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}})
		if err != nil {
			a.leave()
			return nil, fmt.Errorf("a socket cannot be opened: %w", err)
		}
		a.sockets = append(a.sockets, socket)
		for _, m := range []message{
			{Type: "connection_init"},
			{Type: "subscribe", ID: "1", Payload: map[string]any{"query": subscription, "variables": map[string]any{"branch": branch}}},
			{Type: "ping"},
		} {
			if err := wsjson.Write(ctx, socket, m); err != nil {
				a.leave()
				return nil, err
			}
		}
		a.ended.Go(func() { a.follow(ctx, socket) })
	}
	return a, nil
}

// follow counts what one hears, and what one should have heard.
func (a *audience) follow(ctx context.Context, socket *websocket.Conn) {
	last := int64(0)
	for {
		var m message
		if err := wsjson.Read(ctx, socket, &m); err != nil {
			return
		}
		switch m.Type {
		case "ping":
			_ = wsjson.Write(ctx, socket, message{Type: "pong"}) // whoever cannot write reads an error next
		case "next":
			number := numberOf(m)
			if last > 0 && number > last+1 {
				a.missed.Add(number - last - 1)
			}
			last = number
			a.heard.Add(1)
			select {
			case a.news <- number:
			default: // nobody times this one
			}
		}
	}
}

// numberOf gives the number of a change, which its ID ends with.
func numberOf(m message) int64 {
	data, _ := m.Payload["data"].(map[string]any)
	change, _ := data["scheduleChanged"].(map[string]any)
	id, _ := change["id"].(string)
	number, _ := strconv.ParseInt(id[strings.LastIndex(id, ".")+1:], 10, 64)
	return number
}

// time makes changes, one after the other, and gives how long each took from its request until all had heard of it.
func (a *audience) time(ctx context.Context, origin string, s *salon, changes int) ([]time.Duration, error) {
	var took []time.Duration
	for i := range changes {
		a.drain()
		w := s.starts[len(s.starts)-1-i%len(s.starts)]
		var answer struct {
			AppointmentHold struct{ Hold *struct{ Secret string } }
		}
		began := time.Now()
		input := map[string]any{"branchId": branch, "serviceId": w.service, "staffId": w.staff, "start": w.start}
		if err := ask(ctx, origin, holdMutation, map[string]any{"input": input}, &answer); err != nil {
			return nil, err
		}
		if answer.AppointmentHold.Hold == nil {
			continue // somebody has it already
		}
		if err := a.allHear(); err != nil {
			return nil, err
		}
		took = append(took, time.Since(began))
		release := `mutation($secret: String!) { appointmentHoldRelease(input: {secret: $secret}) { userErrors { code } } }`
		if err := ask(ctx, origin, release, map[string]any{"secret": answer.AppointmentHold.Hold.Secret}, &struct{}{}); err != nil {
			return nil, err
		}
		if err := a.allHear(); err != nil {
			return nil, err
		}
	}
	slices.Sort(took)
	return took, nil
}

// allHear waits until everybody has heard of one more change.
func (a *audience) allHear() error {
	patience := time.After(10 * time.Second)
	for range a.sockets {
		select {
		case <-a.news:
		case <-patience:
			return fmt.Errorf("not all of %d subscribers have heard of a change within ten seconds", len(a.sockets))
		}
	}
	return nil
}

// drain forgets what was heard before.
func (a *audience) drain() {
	for {
		select {
		case <-a.news:
		case <-time.After(200 * time.Millisecond):
			return
		}
	}
}

func (a *audience) count() (heard, missed int64) { return a.heard.Load(), a.missed.Load() }

// leave closes all sockets, and waits until they are.
func (a *audience) leave() {
	for _, socket := range a.sockets {
		_ = socket.CloseNow()
	}
	a.ended.Wait()
}
