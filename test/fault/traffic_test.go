package fault

import (
	"testing"

	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// TestThroughHostileTrafficCustomersAreServed runs every kind of hostile traffic, one after the other.
func TestThroughHostileTrafficCustomersAreServed(t *testing.T) {
	t.Parallel()
	url := storetest.SQLiteURL(t)
	server := harness.StartProcess(t, url)
	o := begin(t, server, url, allowed{})
	for _, fault := range []struct {
		name     string
		strength int
		kinds    func(s *harness.HostileTraffic) []harness.HostileAction
		enough   func(s *harness.HostileTraffic) bool
	}{
		{"slow readers", scale(20, 60), func(s *harness.HostileTraffic) []harness.HostileAction {
			return []harness.HostileAction{s.ReadSlowly, s.ReadStreamSlowly}
		}, nil},
		{"slow-loris sockets", 900, func(s *harness.HostileTraffic) []harness.HostileAction {
			return []harness.HostileAction{s.SendHeadersSlowly}
		},
			func(s *harness.HostileTraffic) bool { return s.Cut.Load() >= 900 }},
		{"half bodies", scale(50, 900), func(s *harness.HostileTraffic) []harness.HostileAction {
			return []harness.HostileAction{s.SendHalfABody}
		}, nil},
		{"cut sockets and streams", scale(2, 6), func(s *harness.HostileTraffic) []harness.HostileAction {
			return []harness.HostileAction{s.CutSockets, s.CutStreams}
		},
			func(s *harness.HostileTraffic) bool { return s.Actions.Load() >= 20 }},
		{"hostile documents", scale(2, 6), func(s *harness.HostileTraffic) []harness.HostileAction { return []harness.HostileAction{s.SendBodies} },
			func(s *harness.HostileTraffic) bool { return s.Actions.Load() >= 4 }},
	} {
		t.Log(fault.name)
		s := harness.NewHostileTraffic(t, server.Addr, 0)
		s.Run(fault.strength, fault.kinds(s)...)
		for range scale(1, 20) {
			o.awaitServed()
		}
		if fault.enough != nil {
			harness.Await(t, fault.name, func() bool { return fault.enough(s) })
		}
		o.awaitServed()
		s.Stop()
	}
	o.finish()
}
