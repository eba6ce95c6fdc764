package targets_test

import (
	"slices"
	"testing"

	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// BenchmarkPostgreSQL measures the durable bookings per second that sixteen customers get on PostgreSQL: in one branch, in sixteen
// branches, and in these by two replicas. The database is on the same machine and syncs to disk.
func BenchmarkPostgreSQL(b *testing.B) {
	const bookings = 240 // of each round, a multiple of the branches
	url := storetest.NewCluster(b).NewDatabase("chain")
	branches := fillChain(b, url)
	one, other := harness.StartProcess(b, url), harness.StartProcess(b, url)
	alone := newCrowd(b, []string{one.Addr}, one.Command.Process.Pid)
	both := newCrowd(b, []string{one.Addr, other.Addr}, one.Command.Process.Pid, other.Command.Process.Pid)
	var each [][][]byte
	for _, branch := range branches {
		each = append(each, bookingRequests(b, freeConsultations(b, one, branch)))
	}
	take := func(branch, count int) [][]byte {
		some := each[branch][:count]
		each[branch] = each[branch][count:]
		return some
	}
	ofOne := func() [][]byte { return take(0, bookings) }
	ofAll := func() (all [][]byte) {
		var parts [][][]byte
		for branch := range branches {
			parts = append(parts, take(branch, bookings/branchesOfChain))
		}
		for i := range parts[0] {
			for branch := range parts {
				all = append(all, parts[branch][i])
			}
		}
		return shifted(all)
	}
	contenders := []struct {
		name      string
		crowd     *crowd
		questions func() [][]byte
	}{{"one-branch", alone, ofOne}, {"branches", alone, ofAll}, {"replicas", both, ofAll}}
	for _, c := range contenders {
		c.crowd.share(b, c.questions(), isBooked) // warm-up
	}
	for b.Loop() {
		f := figures{}
		for range rounds {
			for _, c := range contenders {
				o := c.crowd.share(b, c.questions(), isBooked)
				f.add(c.name+"/s", o.perSecond)
				f.add(c.name+"-p99-ms", milliseconds(o.p99))
				f.add(c.name+"-server-ms", o.server)
				f.add(c.name+"-load-ms", o.load)
			}
			f.ratio("replicas-of-one", "replicas/s", "branches/s")
		}
		f.report(b)
	}
}

// shifted rotates each row of sixteen further than the one before, so that no client stays in one branch.
func shifted(questions [][]byte) (all [][]byte) {
	for row, some := range slices.Collect(slices.Chunk(questions, branchesOfChain)) {
		by := row % len(some)
		all = append(all, slices.Concat(some[by:], some[:by])...)
	}
	return all
}
