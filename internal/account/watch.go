package account

import (
	"context"
	"slices"
	"sync"
	"time"

	"visavis/ent/apitoken"
	"visavis/ent/session"
	"visavis/ent/staff"
	"visavis/internal/actor"
)

// look is the interval at which ended sign-ins are looked up, whichever process ended them.
const look = 500 * time.Millisecond

// A watch holds the open connections and closes a channel when their sign-in ends.
type watch struct {
	mu      sync.Mutex
	watched map[string]*watched // by the ID of the session or token
}

type watched struct {
	ended       chan struct{}
	connections int
}

// Ended returns a channel that is closed soon after the actor's session or token has ended; it is never closed for
// anonymous actors. The connection must call release when it closes.
func (a *Accounts) Ended(who actor.Actor) (ended <-chan struct{}, release func()) {
	id := who.SessionID + who.TokenID // one of them is empty
	if id == "" {
		return nil, func() {}
	}
	return a.watch.add(id)
}

func (w *watch) add(id string) (<-chan struct{}, func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	one := w.watched[id]
	if one == nil {
		one = &watched{ended: make(chan struct{})}
		w.watched[id] = one
	}
	one.connections++
	return one.ended, sync.OnceFunc(func() { w.release(id, one) })
}

func (w *watch) release(id string, one *watched) {
	w.mu.Lock()
	defer w.mu.Unlock()
	one.connections--
	if one.connections == 0 && w.watched[id] == one {
		delete(w.watched, id)
	}
}

func (w *watch) ids() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	ids := make([]string, 0, len(w.watched))
	for id := range w.watched {
		ids = append(ids, id)
	}
	return ids
}

func (w *watch) end(id string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if one := w.watched[id]; one != nil {
		close(one.ended)
		delete(w.watched, id)
	}
}

// WatchConnections notifies open connections of ended sign-ins until ctx is done. Connections stay open while the
// database does not answer.
func (a *Accounts) WatchConnections(ctx context.Context) {
	ticker := time.NewTicker(look)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			a.endConnections(ctx)
		}
	}
}

func (a *Accounts) endConnections(ctx context.Context) {
	const atOnce = 1000
	for ids := range slices.Chunk(a.watch.ids(), atOnce) {
		alive, err := a.alive(ctx, ids)
		if err != nil {
			return
		}
		for _, id := range ids {
			if !slices.Contains(alive, id) {
				a.watch.end(id)
			}
		}
	}
}

// alive returns the IDs of the sessions and tokens that have not ended.
func (a *Accounts) alive(ctx context.Context, ids []string) ([]string, error) {
	now, employed := a.clock(), staff.ArchivedAtIsNil()
	sessions, err := a.store.Client().Session.Query().
		Where(session.IDIn(ids...), session.ExpiresAtGT(now), session.HasStaffWith(employed)).IDs(ctx)
	if err != nil {
		return nil, err
	}
	tokens, err := a.store.Client().APIToken.Query().
		Where(apitoken.IDIn(ids...), apitoken.ExpiresAtGT(now), apitoken.HasStaffWith(employed)).IDs(ctx)
	return append(sessions, tokens...), err
}
