package store

import (
	"cmp"
	"context"
	"errors"
	"sync"
	"time"
)

const (
	// groupTime is the usual admission: several times the duration of a commit on disk.
	groupTime = 25 * time.Millisecond
	// groupSize limits how many of those who wait already share a transaction.
	groupSize = 64
	// patience is how long a leader waits for as many writers as the group before it had: those who were acknowledged often write
	// again, and one commit for all of them costs a fraction of one for the quickest and one for the others.
	patience = time.Millisecond
)

// group lets writers share transactions. Writers that arrive during a transaction share the next one.
//
// A writer that finds no leader leads: it takes all locks, runs all waiting writes, commits, and passes the lead to the first
// new one. Who fails without having written, such as a booking that is refused, leaves the transaction as it was. Whoever else
// fails sends all to write again alone, and fails then if it still does: savepoints would cost each group more than that costs the few.
type group struct {
	store  *Store
	verify func() error // returns why what is written would be lost

	admission time.Duration // how long a group admits writers after the first; zero: only those who wait for it
	turns     *turns        // of those who write alone

	mu      sync.Mutex
	waiting []*member
	led     bool
	latest  int           // the size of the latest group
	arrived chan struct{} // receives when a member waits
}

func newGroup(s *Store, verify func() error, admission time.Duration, turns *turns) *group {
	return &group{store: s, verify: verify, admission: admission, turns: turns, arrived: make(chan struct{}, 1)}
}

// member is a writer of a group.
type member struct {
	*writer
	called   chan turn
	err      error
	panicked any
}

// turn is what a waiting member is called to do.
type turn int

const (
	lead  turn = iota
	alone      // the shared transaction was lost
	done
)

// errLeaderGone is the error of members whose leader's goroutine exited.
var errLeaderGone = errors.New("the transaction was given up")

func (g *group) write(w *writer) error {
	m := &member{writer: w, called: make(chan turn, 1)}
	next := lead
	if !g.join(m) {
		next = <-m.called
	}
	if next == lead {
		next = g.lead(m)
	}
	if next == alone {
		return g.writeAlone(w)
	}
	if m.panicked != nil {
		panic(m.panicked)
	}
	return m.err
}

// writeAlone runs a writer in a transaction of its own.
func (g *group) writeAlone(w *writer) error {
	end, err := g.turns.begin(w.ctx, w.branchID())
	if err != nil {
		return err
	}
	defer end()
	if err := g.store.writeAlone(w); err != nil {
		return err
	}
	return g.verify()
}

func (g *group) join(m *member) (leads bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.waiting = append(g.waiting, m)
	select {
	case g.arrived <- struct{}{}:
	default: // whoever waits for it finds both
	}
	leads = !g.led
	g.led = true
	return leads
}

// gather returns the members that have waited longest, as soon as they are as many as the latest group, or patience ends.
func (g *group) gather() []*member {
	timeout := time.NewTimer(patience)
	defer timeout.Stop()
	for waiting := true; waiting && g.isShort(); {
		select {
		case <-g.arrived:
		case <-timeout.C:
			waiting = false
		}
	}
	return g.next(groupSize)
}

// isShort reports whether fewer members wait than the latest group had, or than one can have at its start.
func (g *group) isShort() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return len(g.waiting) < min(g.latest, groupSize)
}

// next returns the members that have waited longest.
func (g *group) next(most int) []*member {
	g.mu.Lock()
	defer g.mu.Unlock()
	count := min(most, len(g.waiting))
	members := g.waiting[:count:count]
	g.waiting = g.waiting[count:]
	return members
}

// lead runs the group that waits. It returns what is left for the leader itself.
func (g *group) lead(leader *member) (left turn) {
	var members []*member
	left, ended := done, false
	defer func() {
		for _, m := range members {
			if !ended {
				m.err = errors.Join(m.err, errLeaderGone)
			}
			if m != leader {
				m.called <- m.left(left)
			}
		}
		g.handOver(len(members))
	}()
	tx, err := g.begin(leader.ctx)
	if err != nil {
		members = g.next(groupSize)
		fail(members, err)
		ended = true
		return done
	}
	defer tx.end()
	members = g.gather()
	locked, err := tx.lock(leader.ctx, members)
	whole := err == nil
	for began, i := time.Now(), 0; whole; i++ {
		if i == len(members) {
			if time.Since(began) >= g.admission {
				break
			}
			members = append(members, g.next(1)...)
		}
		if i == len(members) {
			break
		}
		if whole = tx.include(leader.ctx, members[i], i < locked); !whole {
			err = members[i].err
			if !tx.isLost(err) {
				g.putBack(members[i+1:])
				members = members[:i+1]
			}
		}
	}
	if whole {
		err = tx.tail.write(leader.ctx, tx.direct)
		whole = err == nil
	}
	if !whole && !tx.isLost(err) { // nobody is told of a state that never was
		tx.end()
		for _, m := range members {
			m.err, m.panicked = nil, nil
		}
		left, ended = alone, true
		return alone
	}
	if whole {
		err = g.commit(tx)
	} else {
		err = cmp.Or(err, errLeaderGone) // alone, each would wait for the database as long again
	}
	if isSilence(err) { // and so would those who came meanwhile
		members = append(members, g.next(groupSize)...)
	}
	fail(members, err)
	tx.end()
	if g.store.journal != nil {
		g.store.journal.empty(leader.ctx, g.store.writer)
	}
	ended = true
	return done
}

func (g *group) begin(ctx context.Context) (*sharedTransaction, error) {
	if err := g.verify(); err != nil {
		return nil, err
	}
	return g.store.beginShared(ctx)
}

// commit commits the writes of the members. Nothing is acknowledged that was written to a file which was removed in the meantime.
func (g *group) commit(tx *sharedTransaction) error {
	if err := tx.Commit(); err != nil {
		return err
	}
	return g.verify()
}

// fail fails the members that have not failed.
func fail(members []*member, err error) {
	for _, m := range members {
		if !m.failed() {
			m.err = err
		}
	}
}

// putBack makes members wait again, before all others.
func (g *group) putBack(members []*member) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.waiting = append(members, g.waiting...)
}

// handOver makes the first waiting member lead the next group.
func (g *group) handOver(size int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.latest = size
	if g.led = len(g.waiting) > 0; g.led {
		g.waiting[0].called <- lead
	}
}

// attempt runs the write and keeps a panic for the member's own goroutine.
func (m *member) attempt(tx *Tx, isLocked bool) {
	defer func() { m.panicked = recover() }()
	m.err = m.writeIn(tx, isLocked)
}

func (m *member) failed() bool { return m.err != nil || m.panicked != nil }

// left returns what is left for a member when that is left for its group.
func (m *member) left(ofGroup turn) turn {
	if m.failed() {
		return done
	}
	return ofGroup
}
