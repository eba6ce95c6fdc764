package main

import (
	"testing"

	"visavis/internal/store/storetest"
)

// TestThroughHostileTrafficHonestClientsAreServed has strangers do to a server what strangers can, one after the other.
func TestThroughHostileTrafficHonestClientsAreServed(t *testing.T) {
	t.Parallel()
	url := storetest.SQLiteURL(t)
	server := startProcess(t, url)
	o := begin(t, server, url, told{})
	for _, fault := range []struct {
		name     string
		strength int
		kinds    func(s *storm) []blow
		enough   func(s *storm) bool
	}{
		{"slow readers", scale(20, 60), func(s *storm) []blow { return []blow{s.readSlowly, s.readStreamSlowly} }, nil},
		{"slow-loris sockets", 900, func(s *storm) []blow { return []blow{s.sendHeadersSlowly} },
			func(s *storm) bool { return s.cut.Load() >= 900 }},
		{"half bodies", scale(50, 900), func(s *storm) []blow { return []blow{s.sendHalfABody} }, nil},
		{"cut sockets and streams", scale(2, 6), func(s *storm) []blow { return []blow{s.cutSockets, s.cutStreams} },
			func(s *storm) bool { return s.blows.Load() >= 20 }},
		{"hostile documents", scale(2, 6), func(s *storm) []blow { return []blow{s.sendBodies} },
			func(s *storm) bool { return s.blows.Load() >= 4 }},
	} {
		t.Log(fault.name)
		s := newCalm(t, server.addr, 0)
		s.blow(fault.strength, fault.kinds(s)...)
		for range scale(1, 20) {
			o.awaitServed()
		}
		if fault.enough != nil {
			await(t, fault.name, func() bool { return fault.enough(s) })
		}
		o.awaitServed()
		s.calm()
	}
	o.finish()
}
