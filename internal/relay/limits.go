package relay

// Limits bound what a relay does for participants and for strangers.
type Limits struct {
	Allocations    int // of all participants
	PerParticipant int // a browser makes one for each transport, network and restart
	BytesPerSecond int // of one allocation and direction; what exceeds it is lost

	Peers    int // addresses, and channels, of one allocation
	Waiting  int // TCP connections without an allocation, of one network; eight times as many of all
	Requests int // of one network in a second
}

// Usual are limits for a salon on a small machine: each side of a call may send 8 Mbit/s.
var Usual = Limits{Allocations: 800, PerParticipant: 24, BytesPerSecond: 1_000_000, Peers: 64, Waiting: 64, Requests: 1000}
