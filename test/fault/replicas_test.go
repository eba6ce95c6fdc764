package fault

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// replicas starts servers on one PostgreSQL database.
func replicas(t *testing.T, count int) []*harness.Server {
	t.Helper()
	c := config.Config{DatabaseURL: storetest.PostgresURL(t), Demo: true}
	servers := []*harness.Server{harness.Start(t, c)}
	for range count - 1 {
		other := harness.StartSignedOut(t, c)
		other.Header = servers[0].Header // sessions are in the database
		servers = append(servers, other)
	}
	return servers
}

func TestAnyReplicaAnswersAndTellsOfWhatAnotherHasChanged(t *testing.T) {
	all := replicas(t, 3)
	const branch = "brn_demo-mitte"
	var listeners []*harness.Subscription
	for _, s := range all {
		listeners = append(listeners, s.SubscribeToChanges(branch, s.LastChange(branch)))
	}
	for i, s := range all {
		start := fmt.Sprintf("2026-11-26T%02d:00:00Z", 9+i)
		s.Mutate("appointmentBook", "booking { id }", harness.Variables{
			"start":          harness.Variables{"branchId": branch, "serviceId": "svc_demo-video-colour", "staffId": "stf_demo-anna", "start": start},
			"customer":       harness.Variables{"name": "Carla", "email": "carla@kunde.example", "locale": "DE", "acceptsPrivacy": true},
			"idempotencyKey": "booking-by-replica-" + fmt.Sprint(i),
		})
		for _, l := range listeners {
			l.ExpectChange("APPOINTMENT Anna 2026-11-26 2026-11-26")
		}
		for _, other := range all { // at once, and never stale
			free := other.Query(`{ bookableVideoConsultations(branchId: "brn_demo-mitte", staffIds: ["stf_demo-anna"],
				serviceIds: ["svc_demo-video-colour"], from: "2026-11-26", to: "2026-11-26") { days { starts } } }`, nil)
			if strings.Contains(fmt.Sprint(free), start) {
				t.Errorf("replica %s still offers %s", other.Addr, start)
			}
		}
	}
}

// TestARollingRestartLosesNothing restarts one replica after the other during bookings. Customers retry at another replica with the
// same key, and subscribers resume at another replica.
func TestARollingRestartLosesNothing(t *testing.T) {
	databaseURL := storetest.PostgresURL(t)
	var mu sync.Mutex
	all := []*harness.Process{harness.StartProcess(t, databaseURL), harness.StartProcess(t, databaseURL)}
	some := func(n int) *harness.Process {
		mu.Lock()
		defer mu.Unlock()
		return all[n%len(all)]
	}
	wanted := harness.Requests(t, all[0])[:120]
	const branch = "brn_demo-mitte"
	var followers []*harness.Subscriber
	owner := all[0].Client(t).SignedIn("anna@salon.example", "three quiet words")
	for n, as := range []http.Header{nil, owner.Header} {
		addr := func(try int) string { return some(n + try).Addr }
		followers = append(followers, harness.Follow(t, branch, all[0].Changes(t, branch), as, addr, nil))
	}
	var acknowledged sync.Map
	var next atomic.Int64
	var clients sync.WaitGroup
	done := make(chan struct{}, len(wanted))
	for range 4 {
		clients.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(wanted); i = next.Add(1) - 1 {
				for try := 0; ; try++ {
					booked, refused, err := some(int(i) + try).Book(wanted[i])
					if err != nil && try < 1000 {
						continue // the replica is stopping
					}
					if err != nil {
						t.Errorf("request %d is not answered: %v", i, err)
					}
					acknowledged.Store(int(i), booked+refused)
					break
				}
				done <- struct{}{}
			}
		})
	}
	for i := range all {
		for range len(wanted) / 4 {
			<-done
		}
		fresh := harness.StartProcess(t, databaseURL)
		mu.Lock()
		old := all[i]
		all[i] = fresh
		mu.Unlock()
		old.End(t)
	}
	clients.Wait()
	booked := 0
	for i, r := range wanted { // repeated at any replica, each key has one appointment or none
		first, _ := acknowledged.Load(i)
		again, refused, err := some(i).Book(r)
		if err != nil || again+refused != first {
			t.Errorf("request %d: answered %v, then %q, %s, %v", i, first, again, refused, err)
		}
		if again != "" {
			booked++
		}
	}
	last := some(0).Changes(t, branch)
	for _, f := range followers {
		harness.Await(t, "a subscriber to receive every change", func() bool { return f.Last.Load() == last })
		if f.Moves.Load() == 0 {
			t.Error("a follower never had to go on elsewhere")
		}
	}
	if booked < len(wanted)/4 {
		t.Errorf("only %d of %d are booked: the test asks for the wrong starts", booked, len(wanted))
	}
}
