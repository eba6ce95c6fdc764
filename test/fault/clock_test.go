package fault

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// TestThroughClockJumpsNothingIsBookedTwice moves the server's clock back and forth by hours during holds and bookings.
func TestThroughClockJumpsNothingIsBookedTwice(t *testing.T) {
	var ahead atomic.Int64
	url := storetest.SQLiteURL(t)
	s := harness.StartAt(t, config.Config{
		DatabaseURL: url, Demo: true, DemoPassword: harness.DemoPassword, PrivateAddr: "127.0.0.1:0", ClientAddressHeader: "X-Client-Address",
	}, func() civil.Instant { return civil.SystemClock().Add(time.Duration(ahead.Load())) })
	server := &harness.Process{Addr: s.Addr, Log: s.Log}
	_, private, _ := strings.Cut(s.Printed.String(), "Metrics      http://")
	server.Private, _, _ = strings.Cut(private, "/metrics")
	o := begin(t, server, url, allowed{})
	holder := s.SignedOut()
	for i, r := range daysOf(o.wanted)[:scale(4, 16)] {
		from, to := time.Duration(0), 5*time.Hour
		if i%2 == 1 {
			from, to = to, from
		}
		ahead.Store(int64(from))
		held := r
		held.Key, held.Address = fmt.Sprintf("holder-%020d", i), "10.200.0.1"
		held.Hold = holder.Mutate("appointmentHold", "hold { secret }", harness.Variables{
			"branchId": r.Branch, "serviceId": r.Service, "staffId": r.Staff, "start": r.Start}).(map[string]any)["secret"].(string)
		ahead.Store(int64(to))
		o.awaitServed()
		rival := r
		rival.Key, rival.Address = fmt.Sprintf("rival-%020d", i), "10.200.0.2"
		// The hold has expired after a jump forward, and not after a jump back.
		first, second := &order{Request: rival}, &order{Request: held}
		if to < from {
			first, second = second, first
		}
		for _, who := range []*order{first, second} {
			o.bookings.add(who)
			o.ask(who)
		}
		if first.booked == "" || second.refused == "" {
			t.Errorf("after a jump from %v to %v the first is told %s%s, the second %s%s", from, to, first.booked, first.refused, second.booked, second.refused)
		}
		ahead.Store(int64(from))
		o.awaitServed()
	}
	ahead.Store(0)
	o.finish()
}

// daysOf returns one start of each day, the last day first, because the customers begin with the first.
func daysOf(all []harness.Request) []harness.Request {
	var days []harness.Request
	known := map[string]bool{}
	for i := len(all) - 1; i >= 0; i-- {
		if day := all[i].Start[:10]; !known[day] {
			known[day] = true
			days = append(days, all[i])
		}
	}
	return days
}
