package fault

import (
	"fmt"
	"strings"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// partitioned has two replicas. One of them reaches the database over a connection that the test breaks, and serves a subscriber.
type partitioned struct {
	here, there *harness.Server
	line        *storetest.Proxy
	follower    *harness.Subscriber
}

const (
	branchOfParted = "brn_demo-mitte"
	tint           = "svc_demo-video-colour"
	startsOfAnna   = `{ bookableVideoConsultations(branchId: "brn_demo-mitte", staffIds: ["stf_demo-anna"],
		serviceIds: ["svc_demo-video-colour"], from: "2026-11-24", to: "2026-12-04") { days { starts } } }`
)

func newPartitioned(t *testing.T) *partitioned {
	t.Helper()
	url := storetest.PostgresURL(t)
	p := &partitioned{here: harness.Start(t, config.Config{DatabaseURL: url, Demo: true})}
	var over string
	p.line, over = storetest.NewProxy(t, url)
	p.there = harness.StartSignedOut(t, config.Config{DatabaseURL: over}).SignedOut()
	after := harness.SequenceOf(t, p.here.LastChange(branchOfParted))
	p.follower = harness.Follow(t, branchOfParted, after, nil, func(int) string { return p.there.Addr }, nil)
	return p
}

// book books through one of the replicas and returns the answer.
func (p *partitioned) book(through *harness.Server, start string) harness.Answer {
	p.here.T.Helper()
	key := "booking-" + strings.ReplaceAll(start, ":", "-")
	return through.Ask(`mutation($input: AppointmentBookInput!) { appointmentBook(input: $input) { booking { id } userErrors { code } } }`,
		harness.Variables{"input": harness.Variables{
			"start":          harness.Variables{"branchId": branchOfParted, "serviceId": tint, "staffId": "stf_demo-anna", "start": start},
			"customer":       harness.Variables{"name": "Carla", "email": key + "@kunde.example", "locale": "DE", "acceptsPrivacy": true},
			"idempotencyKey": key,
		}})
}

func (p *partitioned) mustBook(through *harness.Server, start string) {
	p.here.T.Helper()
	if a := p.book(through, start); len(a.Errors) > 0 || !strings.Contains(fmt.Sprint(a.Data), "booking:map[id:apt_") {
		p.here.T.Fatalf("%s is not booked: %v %v", start, a.Data, a.Errors)
	}
}

// answered reads starts from the cut-off replica. The answer must be an error, or correct, without the taken starts.
func (p *partitioned) answered(taken ...string) bool {
	p.here.T.Helper()
	a := p.there.Ask(startsOfAnna, nil)
	if len(a.Errors) > 0 {
		if code := a.Errors[0].Extensions["code"]; code != "DATABASE_UNAVAILABLE" && code != "TIMEOUT" || a.Data != nil && a.Data["bookableVideoConsultations"] != nil {
			p.here.T.Errorf("the fault is told as %v with %v", a.Errors, a.Data)
		}
		return false
	}
	for _, start := range taken {
		if strings.Contains(fmt.Sprint(a.Data), start) {
			p.here.T.Errorf("%s is offered, and is booked elsewhere", start)
		}
	}
	return true
}

// catchesUp waits until the subscriber of the cut-off replica has received every change, and then books there.
func (p *partitioned) catchesUp(t *testing.T, taken ...string) {
	t.Helper()
	p.hearsEverything(t)
	harness.Await(t, "it answers again", func() bool { return p.answered(taken...) })
	p.mustBook(p.there, "2026-12-03T09:00:00Z")
	p.hearsEverything(t)
	if p.follower.Moves.Load() > 0 {
		t.Error("its follower had to come again")
	}
}

func (p *partitioned) hearsEverything(t *testing.T) {
	t.Helper()
	last := harness.SequenceOf(t, p.here.LastChange(branchOfParted))
	harness.Await(t, "its follower hears of everything", func() bool { return p.follower.Last.Load() == last })
}

// Before, during and after the cut it gives no stale answer, although it has a cached one.
func TestAReplicaThatLosesItsDatabaseCatchesUp(t *testing.T) {
	p := newPartitioned(t)
	p.mustBook(p.here, "2026-11-26T09:00:00Z")
	p.hearsEverything(t)
	const first, second = "2026-11-26T10:00:00Z", "2026-11-26T14:00:00Z"
	for range 2 {
		if a := p.there.Query(startsOfAnna, nil); !strings.Contains(fmt.Sprint(a), first) || !strings.Contains(fmt.Sprint(a), second) {
			t.Fatalf("it offers %v", a)
		}
	}
	p.line.Cut()
	p.mustBook(p.here, first)
	for range 5 {
		if p.answered(first) {
			t.Error("it answers without its database")
		}
	}
	if a := p.book(p.there, second); len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "DATABASE_UNAVAILABLE" {
		t.Errorf("it books without its database: %v %v", a.Data, a.Errors)
	}
	if ready, healthy := p.there.Get("/readyz").StatusCode, p.there.Get("/healthz").StatusCode; ready != 503 || healthy != 200 {
		t.Errorf("it says %d of being ready, and %d of its health", ready, healthy)
	}
	p.mustBook(p.here, second)
	p.line.Restore()
	p.catchesUp(t, first, second)
	p.there.ExpectNotLogged("Carla", "kunde.example")
}

// The same with connections that went silent without being closed.
func TestAReplicaWhoseConnectionsAreForgottenCatchesUp(t *testing.T) {
	t.Parallel() // mostly waits for the timeouts of the replica
	p := newPartitioned(t)
	p.mustBook(p.here, "2026-11-26T09:00:00Z")
	p.hearsEverything(t)
	p.answered()
	p.line.Blackhole()
	const first, second = "2026-11-26T10:00:00Z", "2026-11-26T14:00:00Z"
	p.mustBook(p.here, first)
	p.answered(first)
	p.mustBook(p.here, second)
	p.catchesUp(t, first, second)
}
