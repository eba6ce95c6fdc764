package relay

import (
	"hash/maphash"
	"net/netip"
	"sync"
	"time"
)

// flood bounds the requests of each network in a second, so that nobody keeps the relay busy or has it answer to a forged address. It
// takes constant memory: networks that share a slot share its limit.
type flood struct {
	limit int
	seed  maphash.Seed

	mutex  sync.Mutex
	second int64
	counts [4096]uint32
}

func newFlood(limit int) *flood { return &flood{limit: limit, seed: maphash.MakeSeed()} }

// allows counts a request, and reports whether it is not one too many.
func (f *flood) allows(from netip.Addr, now time.Time) bool {
	slot := maphash.Comparable(f.seed, networkOf(from)) % uint64(len(f.counts))
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if second := now.Unix(); second != f.second {
		f.second = second
		clear(f.counts[:])
	}
	if int(f.counts[slot]) >= f.limit {
		return false
	}
	f.counts[slot]++
	return true
}

// networkOf returns the network of a client: an IPv4 address, or the /56 of an IPv6 address.
func networkOf(client netip.Addr) netip.Prefix {
	bits := 32
	if client.Is6() {
		bits = 56
	}
	network, err := client.WithZone("").Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return network
}
