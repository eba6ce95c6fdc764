package relay

import (
	"net"
	"sync"
)

// quota counts the allocations of each participant, and knows their relayed addresses.
type quota struct {
	limits Limits

	mutex  sync.Mutex
	open   map[*relayedConn]struct{}
	all    int
	of     map[string]int // by participant
	closed bool
}

func newQuota(limits Limits) *quota {
	return &quota{limits: limits, open: map[*relayedConn]struct{}{}, of: map[string]int{}}
}

// mayAllocate reports whether a participant may have one more allocation.
func (q *quota) mayAllocate(participant string) bool {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	return q.hasRoom(participant)
}

func (q *quota) hasRoom(participant string) bool {
	return !q.closed && q.all < q.limits.Allocations && q.of[participant] < q.limits.PerParticipant
}

// take counts an allocation, unless it is one too many.
func (q *quota) take(participant string) bool {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	if !q.hasRoom(participant) {
		return false
	}
	q.all++
	q.of[participant]++
	return true
}

func (q *quota) release(participant string) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	q.all--
	if q.of[participant]--; q.of[participant] == 0 {
		delete(q.of, participant)
	}
}

// add remembers the relayed address of an allocation until it is removed. It reports whether there may still be one.
func (q *quota) add(conn *relayedConn) bool {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	if !q.closed {
		q.open[conn] = struct{}{}
	}
	return !q.closed
}

func (q *quota) remove(conn *relayedConn) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	delete(q.open, conn)
}

func (q *quota) count() int {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	return q.all
}

// close ends all allocations, and takes no more.
func (q *quota) close() {
	q.mutex.Lock()
	q.closed = true
	var open []net.PacketConn
	for conn := range q.open {
		open = append(open, conn)
	}
	q.mutex.Unlock()
	for _, conn := range open {
		_ = conn.Close()
	}
}
