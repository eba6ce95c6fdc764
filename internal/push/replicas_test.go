package push

import (
	"fmt"
	"strings"
	"testing"

	"visavis/ent/branch"
	"visavis/ent/push"
	"visavis/ent/staff"
	"visavis/internal/demo/demotest"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

func TestAKilledWorkerLeavesNothingUnsent(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.chooses(t, s.device(t, staff.RoleOWNER, "anna", "phone", branch.LocaleDE), true, booked)
		s.book(t, "2026-11-26 10:00")
		killed, err := s.claimDue(t.Context(), s.clock())
		check(t, err)
		same(t, "claimed", len(killed.pushes), 1)
		same(t, "while it is claimed", s.work(t), "")
		s.pass(leaseTime)
		same(t, "after the lease", strings.Count(s.work(t), "title"), 1)
		check(t, killed.failed(t.Context(), killed.pushes[0], 0))
		same(t, "what waits", s.queued(t), 0)
	})
}

func TestWorkersOfAllReplicasSendOnce(t *testing.T) {
	t.Parallel()
	url := demotest.Salon.PostgresURL(t)
	s := newSalon(t, storetest.Open(t, store.Options{URL: url}))
	for device := range 5 {
		s.chooses(t, s.device(t, staff.RoleOWNER, "anna", fmt.Sprint(device), branch.LocaleDE), true, booked)
	}
	for day := range 3 {
		for hour := 10; hour < 17; hour += 2 {
			s.book(t, fmt.Sprintf("2026-11-%d %d:00", 24+day, hour))
		}
	}
	const pushes = 5 * 3 * 4
	same(t, "queued", s.queued(t), pushes)
	done := make(chan struct{})
	for range 3 {
		worker := s.worker(storetest.Open(t, store.Options{URL: url}))
		go func() {
			for worker.round(t.Context()) > 0 || s.store.Client().Push.Query().Where(push.DueAtLTE(s.clock())).ExistX(t.Context()) {
			}
			done <- struct{}{}
		}()
	}
	for range 3 {
		<-done
	}
	came, asked := s.service.taken()
	same(t, "sent", asked, pushes)
	distinct := map[string]bool{}
	for _, one := range came {
		distinct[one] = true
	}
	same(t, "different ones", len(distinct), pushes)
	same(t, "what waits", s.queued(t), 0)
}
