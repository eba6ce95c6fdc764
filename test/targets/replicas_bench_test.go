package targets_test

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// BenchmarkReplicas measures the time from a request at one replica until the last subscriber at another has received the change:
// on idle replicas, and while other customers book and cancel. The database is on the same machine and does not sync to disk.
func BenchmarkReplicas(b *testing.B) {
	const pairs = 20                                 // of changes in each round, with a p99 of all
	const branch, subscribers = "brn_demo-mitte", 10 // members of staff at each replica
	url := storetest.PostgresURL(b)
	all := []*harness.Process{harness.StartProcess(b, url), harness.StartProcess(b, url)}
	owner := all[0].Client(b).SignedIn("anna@salon.example", "three quiet words")
	received := make(chan time.Time, subscribers)
	after := all[0].Changes(b, branch)
	var followers []*harness.Subscriber
	for i, replica := range all {
		for range subscribers {
			followers = append(followers, harness.Follow(b, branch, after, owner.Header, func(int) string { return replica.Addr }, func(kind string) {
				if i == 1 && kind == "ABSENCE" {
					received <- time.Now()
				}
			}))
		}
	}
	measure := func(change func()) time.Duration {
		sent, last := time.Now(), time.Time{}
		change()
		for range subscribers {
			last = <-received
		}
		return last.Sub(sent)
	}
	var absence string
	add := func() {
		hour := harness.Variables{"start": "2026-12-24T09:00:00Z", "end": "2026-12-24T10:00:00Z"}
		absence = owner.Create("staffAbsenceAdd", "absence", harness.Variables{"staffId": "stf_demo-ben", "kind": "BREAK", "times": hour})
	}
	remove := func() { owner.Mutate("staffAbsenceRemove", "removedId", harness.Variables{"id": absence}) }
	measure(add) // warm-up
	measure(remove)
	for b.Loop() {
		f := figures{}
		for range rounds {
			for name, others := range map[string]int{"calm": 0, "busy": 4} {
				booked, stop := bookAndCancel(b, all, others)
				var took []time.Duration
				began := time.Now()
				for range pairs {
					took = append(took, measure(add), measure(remove))
				}
				lasted := time.Since(began)
				stop()
				f.add(name+"-p99-ms", milliseconds(p99(took)))
				f.add(name+"-p50-ms", milliseconds(took[len(took)/2]))
				f.add(name+"-bookings/s", float64(booked())/lasted.Seconds())
			}
		}
		var missed int64
		for _, follower := range followers {
			missed += follower.Missed.Load()
		}
		f.add("missed", float64(missed))
		f.report(b)
	}
}

const cancelOperation = `mutation($input: AppointmentCancelInput!) { appointmentCancel(input: $input) { userErrors { code } } }`

// bookAndCancel starts customers who book and cancel until stop is called.
func bookAndCancel(b *testing.B, replicas []*harness.Process, clients int) (booked func() int64, stop func()) {
	wanted := harness.Requests(b, replicas[0])
	var count, ended atomic.Int64
	attempt := fmt.Sprint(time.Now().UnixNano()) // keys of another call must not be repeated
	var everyone sync.WaitGroup
	for client := range clients {
		replica := replicas[client%len(replicas)]
		everyone.Go(func() {
			far := client * len(wanted) / clients // from the starts of the others
			for i := client; ended.Load() == 0; i += clients {
				r := wanted[(far+i/clients)%len(wanted)]
				r.Key, r.Address = fmt.Sprintf("benchmark-%s-%010d", attempt, i), fmt.Sprintf("10.%d.%d.%d", 1+i>>16, i>>8&255, i&255)
				acknowledged, _, err := replica.Book(r)
				if err != nil {
					b.Error(err)
					return
				}
				_, secret, found := strings.Cut(acknowledged, " ")
				if !found {
					continue // taken by another customer
				}
				count.Add(1)
				response, err := replica.Post(cancelOperation, r.Address, harness.Variables{"secret": secret})
				if err != nil {
					b.Error(err)
					return
				}
				_ = response.Body.Close() // any answer will do
			}
		})
	}
	return count.Load, func() {
		ended.Store(1)
		everyone.Wait()
	}
}
