package store

import (
	"context"
	"hash/fnv"
)

// turns let the orders of a branch write one after the other. While somebody else locks the branch, those who wait then take one
// connection, and not all.
type turns [connections / 2]chan struct{}

func newTurns() *turns {
	var t turns
	for i := range t {
		t[i] = make(chan struct{}, 1)
	}
	return &t
}

// begin waits for the branch's turn. Some branches share theirs. The caller ends it.
func (t *turns) begin(ctx context.Context, branchID string) (end func(), err error) {
	turn := t[place(branchID, len(t))]
	select {
	case turn <- struct{}{}:
		return func() { <-turn }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// place returns the place of a branch among so many that branches share.
func place(branchID string, count int) int {
	hash := fnv.New32a()
	_, _ = hash.Write([]byte(branchID)) // which never fails
	return int(hash.Sum32() % uint32(count))
}
