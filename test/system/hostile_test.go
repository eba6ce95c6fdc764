package system

import (
	"fmt"
	"testing"

	"visavis/test/harness"
)

// search returns the bookable starts as the holder of the secret sees them.
func search(s *harness.Server, branchID string, secret any) string {
	s.T.Helper()
	return fmt.Sprint(s.Query(harness.SearchOperation, harness.Variables{"branch": branchID, "from": "2026-11-23", "to": "2026-11-29", "secret": secret}))
}

// During hostile traffic, customers get correct answers. Afterwards nothing of the traffic is left.
func TestCustomersAreServedDuringHostileTraffic(t *testing.T) {
	s := harness.StartDemo(t)
	mitte, west := search(s, "brn_demo-mitte", nil), search(s, "brn_demo-west", nil)
	serve := func() {
		t.Helper()
		hold := s.Mutate("appointmentHold", "hold { secret }", harness.Variables{
			"branchId": "brn_demo-mitte", "serviceId": "svc_demo-video-care", "start": "2026-11-26T09:00:00Z"}).(map[string]any)
		s.ExpectEqual("the holder sees", search(s, "brn_demo-mitte", hold["secret"]), mitte)
		if search(s, "brn_demo-mitte", nil) == mitte {
			t.Error("others see the start that is held")
		}
		s.Mutate("appointmentHoldRelease", "userErrors { code }", harness.Variables{"secret": hold["secret"]})
	}
	read := func() {
		t.Helper()
		s.ExpectEqual("in Mitte", search(s, "brn_demo-mitte", nil), mitte)
		s.ExpectEqual("in West", search(s, "brn_demo-west", nil), west)
	}

	first := harness.StartHostileTraffic(t, s.Addr, 1, 0) // fills caches and pools
	serve()
	harness.Await(t, "hostile traffic", func() bool { return first.Actions.Load() > 50 })
	first.Stop()
	before := harness.ResourcesInUse()

	second := harness.StartHostileTraffic(t, s.Addr, 3, 0)
	for range 5 {
		serve()
		read()
	}
	harness.Await(t, "connections with slow headers to be cut", func() bool {
		read()
		return second.Cut.Load() > 0
	})
	second.Stop()
	t.Logf("%d hostile actions", second.Actions.Load())
	harness.ExpectReturned(t, before, harness.ResourcesInUse) // before any change, which would end leaked subscriptions
	serve()
	read()
}
