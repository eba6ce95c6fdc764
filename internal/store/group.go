package store

import (
	"context"
	"errors"
	"strings"
	"sync"
	"time"

	"entgo.io/ent/dialect"

	"visavis/ent"
)

// groupTime is the usual admission: several times the duration of a commit on disk.
const groupTime = 25 * time.Millisecond

// group lets writers of an SQLite file share commits. Nobody waits for others, but writers that arrive during a commit
// share the next one.
//
// A writer that finds no leader leads: it runs all waiting writes, commits, and passes the lead to the first new one. Who
// fails without having written, such as a booking that is refused, leaves the transaction as it was. Whatever else fails
// sends all to write again one by one: savepoints would cost each group more than that costs the few.
type group struct {
	store  *Store
	verify func() error // returns why what is written would be lost

	admission time.Duration // how long a group admits writers after the first

	mu      sync.Mutex
	waiting []*member
	led     bool
}

// member is a writer of a group.
type member struct {
	do       func(*ent.Client) error
	called   chan bool // true: lead; false: done
	err      error
	panicked any
}

// errLeaderGone is the error of members whose leader's goroutine exited.
var errLeaderGone = errors.New("the transaction was given up")

func (g *group) write(ctx context.Context, do func(*ent.Client) error) error {
	m := &member{do: do, called: make(chan bool, 1)}
	if g.join(m) || <-m.called {
		g.lead(ctx, m)
	}
	if m.panicked != nil {
		panic(m.panicked)
	}
	return m.err
}

func (g *group) join(m *member) (leads bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.waiting = append(g.waiting, m)
	leads = !g.led
	g.led = true
	return leads
}

// next returns the member that has waited longest, nil if there is none.
func (g *group) next() *member {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.waiting) == 0 {
		return nil
	}
	m := g.waiting[0]
	g.waiting = g.waiting[1:]
	return m
}

func (g *group) lead(ctx context.Context, leader *member) {
	var members []*member
	ended := false
	defer func() {
		for _, m := range members {
			if !ended {
				m.err = errors.Join(m.err, errLeaderGone)
			}
			if m != leader {
				m.called <- false
			}
		}
		g.handOver()
	}()
	tx, err := g.begin(ctx)
	if err != nil {
		members = append(members, g.next()) // the leader itself
		leader.err, ended = err, true
		return
	}
	defer tx.end()
	whole := true
	// The first is the leader, who is included however late it is.
	for began, m := time.Now(), g.next(); m != nil; m = g.next() {
		members = append(members, m)
		if whole = g.include(tx, m); !whole || time.Since(began) >= g.admission {
			break
		}
	}
	if whole {
		g.commit(tx, members)
	} else {
		tx.end()
		g.separate(ctx, members)
	}
	ended = true
}

// include runs a member's write. It reports whether the transaction has all that the members wrote who have not failed, and
// nothing else.
func (g *group) include(tx *sharedTransaction, m *member) (whole bool) {
	wrote := false // or tried to
	m.attempt(g.store.clientOn(observedBy(nestedIn(dialect.SQLite, tx.Tx), func(_ context.Context, statement string) {
		wrote = wrote || !strings.HasPrefix(statement, "SELECT ")
	})))
	return !tx.isOver() && !(m.failed() && wrote)
}

func (g *group) begin(ctx context.Context) (*sharedTransaction, error) {
	if err := g.verify(); err != nil {
		return nil, err
	}
	return beginShared(ctx, g.store.writer)
}

// commit commits the writes of the members that have not failed. Nothing is acknowledged that was written to a file which
// was removed in the meantime.
func (g *group) commit(tx *sharedTransaction, members []*member) {
	err := tx.Commit()
	if err == nil {
		err = g.verify()
	}
	for _, m := range members {
		if !m.failed() {
			m.err = err
		}
	}
}

// separate runs writes again one by one after a shared transaction was lost: some errors roll back all of it.
func (g *group) separate(ctx context.Context, members []*member) {
	for _, m := range members {
		if !m.failed() {
			m.err = g.store.inTransaction(ctx, g.store.writer, nil, func(client *ent.Client) error {
				m.attempt(client)
				if m.panicked != nil {
					return errLeaderGone // rolls back; its own goroutine panics
				}
				return m.err
			})
			if m.err == nil {
				m.err = g.verify()
			}
		}
	}
}

// handOver makes the first waiting member lead the next group.
func (g *group) handOver() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.led = len(g.waiting) > 0; g.led {
		g.waiting[0].called <- true
	}
}

// attempt runs the write and keeps a panic for the member's own goroutine.
func (m *member) attempt(client *ent.Client) {
	defer func() { m.panicked = recover() }()
	m.err = m.do(client)
}

func (m *member) failed() bool { return m.err != nil || m.panicked != nil }
