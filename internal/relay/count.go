package relay

import "sync/atomic"

// Count is what a relay does now, and has done since its start.
type Count struct {
	Allocations int // now
	Bytes       int64
	LostBytes   int64 // beyond the speed of an allocation
	Refused     map[string]int64
}

// Reasons to refuse something.
const (
	refusedCredential = "credential"
	refusedQuota      = "quota"
	refusedPeer       = "peer"
	refusedFlood      = "flood"
)

// counters count while packets pass.
type counters struct {
	bytes, lost                    atomic.Int64
	credential, quota, peer, flood atomic.Int64
}

func (c *counters) refused() map[string]int64 {
	return map[string]int64{
		refusedCredential: c.credential.Load(), refusedQuota: c.quota.Load(), refusedPeer: c.peer.Load(), refusedFlood: c.flood.Load(),
	}
}
