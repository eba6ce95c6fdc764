package store

import (
	"runtime"
	"time"
)

// groups are the groups of a store. Orders that name a branch are in that of the branch, all others in one.
type groups []*group

// newGroups returns so many groups. Whoever writes alone waits for the same turns in each.
func newGroups(count int, s *Store, verify func() error, admission time.Duration) groups {
	turns := newTurns()
	all := make(groups, count)
	for i := range all {
		all[i] = newGroup(s, verify, admission, turns)
	}
	return all
}

// of returns the group of a writer.
func (g groups) of(w *writer) *group {
	return g[place(w.branchID(), len(g))]
}

// groupsAtOnce returns how many groups write to PostgreSQL at a time: each keeps a processor busy here and one there. More groups
// would be smaller and commit more often, for which a machine of two processors took a fifth longer.
func groupsAtOnce() int { return min(max(1, runtime.GOMAXPROCS(0)/2), connections/4) }
