package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"time"

	"visavis/ent"
)

// together is how long a group takes in writers who come while it writes: several times as long as a disk takes for a commit.
const groupTime = 25 * time.Millisecond

// group has writers of an SQLite file share commits: nobody waits for company, but those who come while others write are
// committed with the next ones. Each is kept or taken back on its own.
//
// Whoever finds nobody writing leads: it writes for all who wait, commits, and lets the first who has come since lead.
type group struct {
	store *Store

	mu      sync.Mutex
	waiting []*member
	led     bool
}

// member is a writer of a group.
type member struct {
	do       func(*ent.Client) error
	called   chan bool // true: lead; false: what was to be done has ended
	err      error
	panicked any
}

// errLeaderGone is what is left to those whose leader's goroutine was ended.
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

// next returns who has waited longest, nil when nobody waits.
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
	tx, err := g.store.writer.BeginTx(ctx, nil)
	if err != nil {
		members = append(members, g.next()) // the leader itself
		leader.err, ended = err, true
		return
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing
	whole := true
	for began := time.Now(); whole && time.Since(began) < groupTime; {
		m := g.next()
		if m == nil {
			break
		}
		members = append(members, m)
		whole = g.include(ctx, tx, m)
	}
	if whole {
		commit(tx, members)
	} else {
		_ = tx.Rollback()
		g.separate(ctx, members)
	}
	ended = true
}

// include does what a member wants, or nothing of it, within the transaction; it tells whether the transaction is as it was
// otherwise.
func (g *group) include(ctx context.Context, tx *sql.Tx, m *member) (whole bool) {
	if _, err := tx.ExecContext(ctx, "SAVEPOINT member"); err != nil {
		return false
	}
	if m.attempt(g.store.clientOf(tx)); m.failed() {
		if _, err := tx.ExecContext(ctx, "ROLLBACK TO member"); err != nil {
			return false
		}
	}
	_, err := tx.ExecContext(ctx, "RELEASE member")
	return err == nil
}

// commit keeps what was done for those who have not failed.
func commit(tx *sql.Tx, members []*member) {
	err := tx.Commit()
	for _, m := range members {
		if !m.failed() {
			m.err = err
		}
	}
}

// separate does again, one by one, what came to nothing because of others: some errors take back a whole transaction.
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
		}
	}
}

// handOver lets the first who waits lead the next group.
func (g *group) handOver() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.led = len(g.waiting) > 0; g.led {
		g.waiting[0].called <- true
	}
}

// attempt keeps a panic for the member's own goroutine.
func (m *member) attempt(client *ent.Client) {
	defer func() { m.panicked = recover() }()
	m.err = m.do(client)
}

func (m *member) failed() bool { return m.err != nil || m.panicked != nil }
