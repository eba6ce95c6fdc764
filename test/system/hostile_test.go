package system

import (
	"fmt"
	"testing"

	"visavis/test/harness"
)

// search tells what can be booked, as the holder of a hold sees it.
func search(s *harness.Server, branchID string, secret any) string {
	s.T.Helper()
	return fmt.Sprint(s.Query(harness.SearchOperation, harness.Variables{"branch": branchID, "from": "2026-11-23", "to": "2026-11-29", "secret": secret}))
}

// Whatever others do to the server, those who are honest get the right answers; and
// nothing is left of the others when they are gone.
func TestHonestClientsAreServedInAStorm(t *testing.T) {
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

	first := harness.StartHostileTraffic(t, s.Addr, 1, 0) // after it whatever is kept is there
	serve()
	harness.Await(t, "the storm", func() bool { return first.Actions.Load() > 50 })
	first.Stop()
	before := harness.ResourcesInUse()

	second := harness.StartHostileTraffic(t, s.Addr, 3, 0)
	for range 5 {
		serve()
		read()
	}
	harness.Await(t, "those who send their headers slowly to be cut", func() bool {
		read()
		return second.Cut.Load() > 0
	})
	second.Stop()
	t.Logf("%d blows", second.Actions.Load())
	harness.ExpectReturned(t, before, harness.ResourcesInUse) // before any change: it would end what has been forgotten
	serve()
	read()
}
